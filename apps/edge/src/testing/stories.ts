import type { EdgeWorld } from './edge-world.ts'

/** Jane of Contoso is invited to the partner portal, by name. */
export async function inviteJane(
  world: EdgeWorld,
  {
    website: websiteRow = {},
    contact: contactRow = {},
    ...row
  }: {
    website?: Parameters<EdgeWorld['make']['website']>[0]
    contact?: Parameters<EdgeWorld['make']['contact']>[0]
  } & Partial<Parameters<EdgeWorld['make']['invitation']>[0]> = {},
) {
  const website = await world.make.website({ name: 'Contoso Partners', ...websiteRow })
  const webRole = await world.make.webRole(website.id, 'Partner')
  const account = await world.make.account('Contoso GmbH')
  const jane = await world.make.contact({
    email: 'jane@contoso.example',
    firstName: 'Jane',
    lastName: 'Doe',
    ...contactRow,
  })
  const invitation = await world.make.invitation({
    websiteId: website.id,
    contacts: [jane],
    webRoles: [webRole],
    assignToAccountId: account.id,
    ...row,
  })
  const proof = await invitation.proofFor(jane)
  return {
    website,
    webRole,
    account,
    jane,
    invitation,
    /** What is mailed to her. */
    mailedLink: `/i/${invitation.code}?r=${proof}`,
    /** What staff copy. */
    copiedLink: `/i/${invitation.code}`,
    proof,
  }
}

/** Anybody may come to the spring event, as long as there are places. */
export async function inviteEverybody(
  world: EdgeWorld,
  row: Partial<Parameters<EdgeWorld['make']['invitation']>[0]> = {},
) {
  const website = await world.make.website({ name: 'Spring event' })
  const webRole = await world.make.webRole(website.id, 'Guest')
  const invitation = await world.make.invitation({
    type: 'group',
    websiteId: website.id,
    webRoles: [webRole],
    ...row,
  })
  return { website, webRole, invitation, link: `/i/${invitation.code}` }
}

export const goodPassword = 'correct horse battery'

/** Jane has come in by her mailed link and has a password now. */
export async function letJaneIn(world: EdgeWorld, mailedLink: string) {
  const browser = world.browser()
  const posted = await browser.submit(await browser.get(mailedLink), 'create', { password: goodPassword })
  if (posted.status !== 303) throw new Error(`Jane was not let in: ${posted.status} ${posted.words}`)
  return browser
}
