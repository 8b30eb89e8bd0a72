import { type AccessSubject, findWebsiteAccess, type WebsiteAccess } from '@usher/database'
import { normaliseEmailAddress } from '@usher/domain'
import type { Deps } from '../deps.ts'

/** What somebody is to a website right now: contact, account, web roles in force there. `null`: nobody is known by this. */
export const readWebsiteAccess = ({
  deps,
  websiteId,
  subject,
}: {
  deps: Deps
  websiteId: string
  subject: AccessSubject
}): Promise<WebsiteAccess | null> =>
  findWebsiteAccess(
    deps.database,
    websiteId,
    'email' in subject ? { email: normaliseEmailAddress(subject.email) } : subject,
    deps.now(),
  )
