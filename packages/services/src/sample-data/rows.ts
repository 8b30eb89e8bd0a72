import { defaultRedeemablePolicy, readExpiry } from '@usher/domain'
import type { Deps } from '../deps.ts'
import { generateCode } from '../invitations/code.ts'
import { sampleAccounts, sampleContacts, sampleInvitations, sampleWebRoles } from './story.ts'

/** The rows of the story, with ids and codes of their own. */
export async function sampleRows(
  deps: Deps,
  where: { websiteId: string; ownerId: string; timeZone: string },
) {
  const now = deps.now()
  const stamps = { createdAt: now, updatedAt: now }
  const ids = new Map<string, string>()
  const keep = (kind: string, key: string) => {
    const id = deps.newId()
    ids.set(`${kind}:${key}`, id)
    return id
  }
  const idOf = (kind: string, key: string | null) =>
    key === null ? null : (ids.get(`${kind}:${key}`) ?? null)
  const idsOf = (kind: string, keys: readonly string[]) => keys.flatMap((key) => idOf(kind, key) ?? [])

  const accounts = sampleAccounts.map(({ key, ...account }) => ({
    id: keep('account', key),
    ...account,
    ...stamps,
  }))
  const webRoles = sampleWebRoles.map(({ key, ...webRole }) => ({
    id: keep('web_role', key),
    websiteId: where.websiteId,
    ...webRole,
    ...stamps,
  }))
  const contacts = sampleContacts.map(({ key, account, ...contact }) => ({
    id: keep('contact', key),
    ...contact,
    emailNormalised: contact.email,
    accountId: idOf('account', account),
    ...stamps,
  }))
  const invitations = await Promise.all(
    sampleInvitations.map(async ({ invited, inviter, account, webRoles, daysToExpiry, ...invitation }) => {
      const id = deps.newId()
      return {
        row: {
          id,
          ...invitation,
          ...(await generateCode(deps, id)).columns,
          websiteId: where.websiteId,
          ownerId: where.ownerId,
          inviterContactId: idOf('contact', inviter),
          assignToAccountId: idOf('account', account),
          expiresAt: endOfDay(now, daysToExpiry, where.timeZone),
          redeemableBy: defaultRedeemablePolicy(invitation.type),
          emailDomains: [],
          ...stamps,
        },
        invitedContactIds: idsOf('contact', invited),
        webRoleIds: idsOf('web_role', webRoles),
      }
    }),
  )
  return { accounts, webRoles, contacts, invitations }
}

const endOfDay = (now: Date, days: number, timeZone: string) =>
  readExpiry(new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10), timeZone)

/** What is remembered as sample data. */
export const sampleEntities = (rows: Awaited<ReturnType<typeof sampleRows>>) => [
  ...rows.accounts.map(({ id }) => ({ type: 'account' as const, id })),
  ...rows.webRoles.map(({ id }) => ({ type: 'web_role' as const, id })),
  ...rows.contacts.map(({ id }) => ({ type: 'contact' as const, id })),
  ...rows.invitations.map(({ row }) => ({ type: 'invitation' as const, id: row.id })),
]
