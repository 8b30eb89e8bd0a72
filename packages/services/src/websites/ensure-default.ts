import { noWebsiteExists, schema } from '@usher/database'
import { defaultWebsiteSettings } from '@usher/domain'
import type { Deps } from '../deps.ts'
import { auditStatement } from '../records.ts'

/** Makes "My website" at the house's origin while there is none; two processes at once make one. */
export async function ensureDefaultWebsite({ deps }: { deps: Deps }): Promise<{ created: boolean }> {
  const id = deps.newId()
  const now = deps.now()
  const website = {
    name: 'My website',
    baseUrl: deps.origin,
    allowedReturnUrls: [],
    locale: 'en',
    timeZone: 'UTC',
    settings: defaultWebsiteSettings,
  }
  const written = await deps.database.write([
    noWebsiteExists(),
    deps.database.query.insert(schema.websites).values({ id, ...website, createdAt: now, updatedAt: now }),
    auditStatement(
      deps,
      { kind: 'system', name: 'Usher' },
      {
        action: 'website.created',
        entityType: 'website',
        entityId: id,
        after: website,
      },
    ),
  ])
  return { created: written.ok }
}
