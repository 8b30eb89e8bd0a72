import { defaultRedeemablePolicy, defaultWebsiteSettings, readExpiry } from '@usher/domain'
import type { Deps } from '../deps.ts'
import { generateCode } from '../invitations/code.ts'
import {
  sampleAccounts,
  sampleContacts,
  sampleInvitations,
  sampleSitePath,
  sampleWebRoles,
  sampleWebsite,
} from './story.ts'

/** The rows of the story, with ids and codes of their own. */
export async function sampleRows(deps: Deps, where: { ownerId: string; timeZone: string }) {
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

  const siteUrl = deps.origin + sampleSitePath
  const website = {
    id: deps.newId(),
    ...sampleWebsite,
    baseUrl: siteUrl,
    // Its invitations are opened there: the website hands them on and gets its people back, signed in.
    edgeUrl: siteUrl,
    allowedReturnUrls: [],
    timeZone: where.timeZone,
    settings: defaultWebsiteSettings,
    ...stamps,
  }
  const oidcClient = {
    id: deps.newId(),
    websiteId: website.id,
    name: sampleWebsite.name,
    secretHash: null,
    redirectUris: [`${siteUrl}/callback`],
    postLogoutRedirectUris: [siteUrl],
    asksConsent: false,
    ...stamps,
  }
  const accounts = sampleAccounts.map(({ key, ...account }) => ({
    id: keep('account', key),
    ...account,
    ...stamps,
  }))
  const webRoles = sampleWebRoles.map(({ key, ...webRole }) => ({
    id: keep('web_role', key),
    websiteId: website.id,
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
          websiteId: website.id,
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
  return { website, oidcClient, accounts, webRoles, contacts, invitations }
}

const endOfDay = (now: Date, days: number, timeZone: string) =>
  readExpiry(new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10), timeZone)

/** What is remembered as sample data. */
export const sampleEntities = (rows: Awaited<ReturnType<typeof sampleRows>>) => [
  { type: 'website' as const, id: rows.website.id },
  ...rows.accounts.map(({ id }) => ({ type: 'account' as const, id })),
  ...rows.webRoles.map(({ id }) => ({ type: 'web_role' as const, id })),
  ...rows.contacts.map(({ id }) => ({ type: 'contact' as const, id })),
  ...rows.invitations.map(({ row }) => ({ type: 'invitation' as const, id: row.id })),
]
