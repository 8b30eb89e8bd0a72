import { afterEach, beforeEach, expect, test } from 'vitest'
import { createInvitation } from '../invitations/create.ts'
import { createWorld, staffActor, valued } from '../testing/index.ts'
import { deleteInvitationTemplate } from './delete.ts'
import { getInvitationTemplate, listInvitationTemplates } from './list.ts'
import { saveInvitationTemplate } from './save.ts'

let world: Awaited<ReturnType<typeof createWorld>>
let at: { websiteId: string; webRoleIds: string[] }
beforeEach(async () => {
  world = await createWorld()
  await world.make.staffUser()
  const website = await world.make.website()
  at = { websiteId: website.id, webRoleIds: [(await world.make.webRole(website.id)).id] }
})
afterEach(() => world.remove())

const create = async (input: object = {}) =>
  valued(
    await createInvitation({
      deps: world.deps,
      actor: world.operator,
      input: { name: 'Spring', type: 'group', ...at, ...input },
    }),
  )
const save = (
  invitationId: string,
  name = 'Partners',
  actor = world.operator as Parameters<typeof saveInvitationTemplate>[0]['actor'],
) => saveInvitationTemplate({ deps: world.deps, actor, input: { name, invitationId } })
const list = async () =>
  valued(await listInvitationTemplates({ deps: world.deps, actor: staffActor('viewer') })).items

test('a template keeps what an invitation gives and for how long, not whom it invites nor its code', async () => {
  const { code, id } = await create({ expiresAt: '2027-01-29', grantLastsDays: 30, maximumRedemptions: 20 })
  const template = valued(await save(id))
  expect(template.attributes).toMatchObject({
    type: 'group',
    webRoleIds: at.webRoleIds,
    maximumRedemptions: 20,
    expiresInDays: 15,
    grantLastsDays: 30,
  })
  expect(JSON.stringify(template)).not.toContain(code)
})

test('saving under a name that is taken, in any case, replaces it', async () => {
  valued(await save((await create()).id, 'Partners'))
  valued(await save((await create({ maximumRedemptions: 3 })).id, 'PARTNERS'))
  expect(await list()).toMatchObject([{ name: 'PARTNERS', attributes: { maximumRedemptions: 3 } }])
})

test('nobody keeps for later what they may not grant now', async () => {
  const { id } = await create()
  expect(await save(id, 'Mine', staffActor('inviter'))).toMatchObject({ refusal: 'forbidden' })
  expect(await save(id, 'Mine', staffActor('viewer', at.webRoleIds))).toMatchObject({ refusal: 'forbidden' })
  expect(await list()).toEqual([])
})

test('a template that was removed is gone, the invitations made from it stay', async () => {
  const { id } = valued(await save((await create()).id))
  const call = { deps: world.deps, actor: world.operator, input: { id } }
  valued(await deleteInvitationTemplate(call))
  expect(await getInvitationTemplate(call)).toMatchObject({ refusal: 'not_found' })
  expect(await deleteInvitationTemplate(call)).toMatchObject({ refusal: 'not_found' })
})
