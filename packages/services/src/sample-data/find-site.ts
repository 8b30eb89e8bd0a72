import { findPublicClientId, findSampleRecords } from '@usher/database'
import type { Deps } from '../deps.ts'
import { sampleSitePath } from './story.ts'

/** What the sample website needs to run: where it is, and the application that it signs people in with. */
export type SampleSite = { url: string; clientId: string }

/** `null` while there is no sample data. */
export async function findSampleSite({ deps }: { deps: Deps }): Promise<SampleSite | null> {
  const website = (await findSampleRecords(deps.database)).find(({ type }) => type === 'website')
  const clientId = website ? await findPublicClientId(deps.database, website.id) : null
  return clientId === null ? null : { url: deps.origin + sampleSitePath, clientId }
}
