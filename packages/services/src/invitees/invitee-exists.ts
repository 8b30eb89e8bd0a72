import { inviteeUserExists } from '@usher/database'
import { normaliseEmailAddress } from '@usher/domain'
import type { Deps } from '../deps.ts'

/** Whether somebody signs in with this address. Tell it only to who has proven to read that mailbox. */
export const inviteeExists = ({ deps, input }: { deps: Deps; input: { email: string } }): Promise<boolean> =>
  inviteeUserExists(deps.database, normaliseEmailAddress(input.email))
