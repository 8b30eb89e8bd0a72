import { schema } from '@usher/database'
import { defaultWebsiteSettings, type NewLinkPolicy } from '@usher/domain'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '../actor.ts'
import { createSuppression, deactivateWorkflow, ensureBuiltInWorkflows, listWorkflows } from '../index.ts'
import { createWorld, valued } from '../testing/index.ts'
import { approveInvitationRequest } from './approve.ts'
import { closeInvitationRequest } from './close.ts'
import { declineInvitation } from './decline.ts'
import { countInvitationRequests, listInvitationRequests } from './list.ts'
import { requestNewLink } from './request-new-link.ts'

let world: Awaited<ReturnType<typeof createWorld>>
beforeEach(async () => {
  world = await createWorld()
  await ensureBuiltInWorkflows({ deps: world.deps })
})
afterEach(() => world.remove())

/** Jane's invitation of 1 to 10 January; today is the 15th. */
async function expiredInvitation(policy: NewLinkPolicy = 'ask') {
  const { make } = world
  const website = await make.website({ settings: { ...defaultWebsiteSettings, newLinkRequests: policy } })
  const owner = await make.staffUser({ role: 'inviter' })
  const [webRole, account] = [await make.webRole(website.id, 'Partner'), await make.account('Contoso')]
  const jane = await make.contact({ firstName: 'Jane', lastName: 'Doe' })
  const invitation = await make.invitation({
    websiteId: website.id,
    ownerId: owner.id,
    contacts: [jane],
    webRoles: [webRole],
    assignToAccountId: account.id,
    message: 'Do come.',
    createdAt: new Date('2027-01-01T00:00:00Z'),
    expiresAt: new Date('2027-01-10T00:00:00Z'),
  })
  const actor = (grantableWebRoleIds: string[]): Actor => ({
    kind: 'staff',
    id: owner.id,
    name: owner.name,
    role: 'inviter',
    grantableWebRoleIds,
    ipAddress: null,
  })
  return { website, owner, webRole, account, jane, invitation, actor }
}

const ask = (code: string, recipientProof?: string) =>
  requestNewLink({ deps: world.deps, input: { code, recipientProof } })
const open = async () =>
  valued(await listInvitationRequests({ deps: world.deps, actor: world.operator, input: {} })).items
const invitations = () => world.deps.database.query.select().from(schema.invitations)
const recipients = () => world.deps.database.query.select().from(schema.invitationRecipients)
const activities = async () =>
  (await world.deps.database.query.select().from(schema.activities)).map(({ type }) => type)

describe('asking for a new link', () => {
  test('is on record once, on both timelines and in the audit, however often it is asked', async () => {
    const { invitation, owner, jane } = await expiredInvitation()
    await Promise.all(Array.from({ length: 5 }, () => ask(invitation.code)))
    expect(await open()).toMatchObject([
      {
        kind: 'new_link',
        decision: null,
        owner: { id: owner.id },
        contact: { id: jane.id, name: 'Jane Doe' },
        invitation: { id: invitation.id },
      },
    ])
    const lines = await world.deps.database.query.select().from(schema.activities)
    expect(lines).toMatchObject([
      { type: 'new_link_requested', contactId: jane.id, invitationId: invitation.id },
    ])
    const audited = await world.deps.database.query.select().from(schema.auditEvents)
    expect(audited.filter(({ action }) => action === 'invitation_request.created')).toHaveLength(1)
    expect(valued(await countInvitationRequests({ deps: world.deps, actor: world.operator }))).toEqual({
      mine: 0,
      open: 1,
    })
  })

  test('does nothing for an invitation that is open or withdrawn, nor for a code that is none', async () => {
    const { website, jane } = await expiredInvitation()
    const openOne = await world.make.invitation({ websiteId: website.id, contacts: [jane] })
    const withdrawn = await world.make.invitation({
      websiteId: website.id,
      contacts: [jane],
      deactivatedAt: world.deps.now(),
    })
    for (const { code } of [openOne, withdrawn, { code: 'nothing-of-the-kind' }]) await ask(code)
    expect(await open()).toEqual([])
  })

  test('of a Group is for the reader of a mailed link alone', async () => {
    const contact = await world.make.contact()
    const group = await world.make.invitation({
      type: 'group',
      contacts: [contact],
      expiresAt: new Date('2027-01-10T00:00:00Z'),
    })
    await ask(group.code)
    expect(await open()).toEqual([])
    await ask(group.code, await group.proofFor(contact))
    expect(await open()).toMatchObject([{ contact: { id: contact.id } }])
  })

  test('is not offered where the website says so', async () => {
    const { invitation } = await expiredInvitation('off')
    await ask(invitation.code)
    expect(await open()).toEqual([])
  })
})

describe('approving', () => {
  test('gives the same to the same contact, as long as before, by mail to the primary address alone', async () => {
    const { invitation, webRole, account, jane, actor, owner } = await expiredInvitation()
    await ask(invitation.code)
    const [request] = await open()
    const approved = valued(
      await approveInvitationRequest({
        deps: world.deps,
        actor: actor([webRole.id]),
        input: { id: request?.id },
      }),
    )
    expect(approved).toMatchObject({ decision: 'approved', decidedByName: owner.name })
    const given = (await invitations()).find(({ id }) => id === approved.newInvitationId)
    expect(given).toMatchObject({
      type: 'single',
      ownerId: owner.id,
      assignToAccountId: account.id,
      message: 'Do come.',
      expiresAt: new Date('2027-01-24T10:00:00Z'),
      redeemableBy: 'invited',
    })
    expect(await recipients()).toContainEqual(
      expect.objectContaining({ invitationId: given?.id, contactId: jane.id }),
    )
    expect(await world.deps.database.query.select().from(schema.emails)).toMatchObject([
      { invitationId: given?.id, contactId: jane.id },
    ])
    expect(await activities()).toContain('new_link_given')
    expect(await open()).toEqual([])
  })

  test('twice at once gives one link', async () => {
    const { invitation, webRole, actor } = await expiredInvitation()
    await ask(invitation.code)
    const [request] = await open()
    const answers = await Promise.all(
      [1, 2, 3].map(() =>
        approveInvitationRequest({
          deps: world.deps,
          actor: actor([webRole.id]),
          input: { id: request?.id },
        }),
      ),
    )
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(answers.filter((answer) => !answer.ok && answer.refusal === 'conflict')).toHaveLength(2)
    expect(await invitations()).toHaveLength(2)
    expect(await world.deps.database.query.select().from(schema.emails)).toHaveLength(1)
  })

  test('invariant 10: who may not grant what the invitation gives gives no new link either', async () => {
    const { invitation, actor } = await expiredInvitation()
    await ask(invitation.code)
    const [request] = await open()
    const answer = await approveInvitationRequest({
      deps: world.deps,
      actor: actor([]),
      input: { id: request?.id },
    })
    expect(answer).toMatchObject({ ok: false, refusal: 'forbidden' })
    expect(await open()).toHaveLength(1)
    expect(await invitations()).toHaveLength(1)
  })

  test('while Send Invitation is deactivated is refused, and the request goes on waiting', async () => {
    const { invitation, webRole, actor } = await expiredInvitation()
    await ask(invitation.code)
    const { deps, operator } = world
    const [workflow] = valued(await listWorkflows({ deps, actor: operator, input: {} })).items
    valued(await deactivateWorkflow({ deps, actor: operator, input: { workflowId: workflow?.id ?? '' } }))
    const [request] = await open()
    const answer = await approveInvitationRequest({
      deps,
      actor: actor([webRole.id]),
      input: { id: request?.id },
    })
    expect(answer).toMatchObject({ ok: false, refusal: 'conflict' })
    expect(await open()).toHaveLength(1)
    expect(await invitations()).toHaveLength(1)
  })
})

test('a new link for an address that is not mailed any more is refused, and the request goes on waiting', async () => {
  const { invitation, webRole, actor, jane } = await expiredInvitation()
  await ask(invitation.code)
  const { deps, operator } = world
  valued(await createSuppression({ deps, actor: operator, input: { address: jane.email ?? '' } }))
  const [request] = await open()
  const answer = await approveInvitationRequest({
    deps,
    actor: actor([webRole.id]),
    input: { id: request?.id },
  })
  expect(answer).toMatchObject({ refusal: 'conflict', detail: expect.stringContaining('Suppressions') })
  expect(await open()).toHaveLength(1)
  expect(await invitations()).toHaveLength(1)
})

describe("the website's policy", () => {
  test('answers an expired one at once, in the name of its owner', async () => {
    const { invitation, webRole, owner, jane } = await expiredInvitation('automatic')
    await world.deps.database.write([
      world.deps.database.query
        .insert(schema.staffGrantableWebRoles)
        .values({ staffUserId: owner.id, webRoleId: webRole.id }),
    ])
    await ask(invitation.code)
    expect(await open()).toEqual([])
    expect(await world.deps.database.query.select().from(schema.emails)).toMatchObject([
      { contactId: jane.id },
    ])
    const audited = await world.deps.database.query.select().from(schema.auditEvents)
    expect(audited.map(({ actorName }) => actorName)).toContain(`${owner.name} (by the website's policy)`)
  })

  test('gives nothing that its owner may no longer grant: staff are asked', async () => {
    const { invitation } = await expiredInvitation('automatic')
    await ask(invitation.code)
    expect(await open()).toHaveLength(1)
    expect(await invitations()).toHaveLength(1)
  })
})

describe('telling that it is not wanted', () => {
  test.each(['declined', 'not_me'] as const)(
    '%s: the owner is told, it is mailed no more, and the code goes on working',
    async (kind) => {
      const jane = await world.make.contact({ firstName: 'Jane', lastName: 'Doe' })
      const invitation = await world.make.invitation({ contacts: [jane] })
      const told = { code: invitation.code, kind }
      await declineInvitation({ deps: world.deps, input: told })
      await declineInvitation({ deps: world.deps, input: told })
      const [request, ...others] = await open()
      expect([request?.kind, others]).toEqual([kind, []])
      expect(await recipients()).toMatchObject([{ declinedAt: world.deps.now() }])
      expect(await activities()).toEqual(['invitation_declined'])
      expect((await invitations())[0]?.status).toBe('new')

      const noted = await closeInvitationRequest({
        deps: world.deps,
        actor: world.operator,
        input: { id: request?.id },
      })
      expect(noted).toMatchObject({ value: { decision: 'noted' } })
      expect(await open()).toEqual([])
    },
  )
})

test('who may only read answers nothing', async () => {
  const { invitation } = await expiredInvitation()
  await ask(invitation.code)
  const [request] = await open()
  const viewer: Actor = {
    kind: 'staff',
    id: 'viewer',
    name: 'Viewer',
    role: 'viewer',
    grantableWebRoleIds: [],
    ipAddress: null,
  }
  for (const answer of [approveInvitationRequest, closeInvitationRequest]) {
    const answered = await answer({ deps: world.deps, actor: viewer, input: { id: request?.id } })
    expect(answered).toMatchObject({ ok: false, refusal: 'forbidden' })
  }
})
