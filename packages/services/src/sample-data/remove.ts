import {
  countAccountUses,
  countContactUses,
  countWebRoleUses,
  countWebsiteUses,
  deleteSampleInvitations,
  deleteSampleStructure,
  findAccount,
  findContact,
  findSampleRecords,
  findWebRole,
  findWebsite,
  forgetGoneSampleRecords,
  hasSampleRecords,
  type SampleEntityType,
} from '@usher/database'
import { fullName, type ManagementRefusal, ok, refuse, type Result } from '@usher/domain'
import { accountUsesInWords } from '../accounts/uses.ts'
import { type Actor, refuseUnless } from '../actor.ts'
import { contactUsesInWords } from '../contacts/uses.ts'
import type { Deps } from '../deps.ts'
import { auditStatement } from '../records.ts'
import { webRoleUsesInWords } from '../web-roles/uses.ts'
import { websiteUsesInWords } from '../websites/uses.ts'

/** What could not be removed, since something of the house's own refers to it. */
export type StayedSample = {
  type: Exclude<SampleEntityType, 'invitation'>
  id: string
  name: string
  reason: string
}

/**
 * Removes the sample data and what grew out of it: redemptions, grants, mails, jobs, workflow runs, timelines, contacts
 * and sign-ins that its invitations brought. Never what people made themselves: what that refers to stays, is named in
 * `stayed`, and can be removed again later. `conflict` when there is none.
 */
export async function removeSampleData({
  deps,
  actor,
}: {
  deps: Deps
  actor: Actor
}): Promise<Result<{ stayed: StayedSample[] }, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'structure.write')
  if (forbidden) return forbidden
  if (!(await hasSampleRecords(deps.database))) {
    return refuse('conflict', { detail: 'There is no sample data here.' })
  }
  const removal = deleteSampleStructure()
  await deps.database.write([
    ...deleteSampleInvitations(deps.now()),
    ...removal.contacts,
    removal.webRoles,
    removal.websites,
    removal.accounts,
    ...forgetGoneSampleRecords(),
    auditStatement(deps, actor, {
      action: 'sample_data.removed',
      entityType: 'sample_data',
      entityId: 'sample_data',
      before: { entities: await findSampleRecords(deps.database) },
    }),
  ])
  return ok({ stayed: await findStayed(deps) })
}

async function findStayed(deps: Deps): Promise<StayedSample[]> {
  const stayed: StayedSample[] = []
  for (const { type, id } of await findSampleRecords(deps.database)) {
    const found = type === 'invitation' ? null : await describe[type](deps, id)
    if (found && type !== 'invitation') stayed.push({ type, id, ...found })
  }
  return stayed
}

const describe = {
  async contact({ database }: Deps, id: string) {
    const contact = await findContact(database, id)
    return (
      contact && { name: fullName(contact), reason: contactUsesInWords(await countContactUses(database, id)) }
    )
  },
  async account({ database }: Deps, id: string) {
    const account = await findAccount(database, id)
    return account && { name: account.name, reason: accountUsesInWords(await countAccountUses(database, id)) }
  },
  async website({ database }: Deps, id: string) {
    const website = await findWebsite(database, id)
    return website && { name: website.name, reason: websiteUsesInWords(await countWebsiteUses(database, id)) }
  },
  async web_role({ database, now }: Deps, id: string) {
    const webRole = await findWebRole(database, id, now())
    return webRole && { name: webRole.name, reason: webRoleUsesInWords(await countWebRoleUses(database, id)) }
  },
}
