import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Actor } from '../actor.ts'
import { createSavedView, deleteSavedView, listSavedViews } from '../index.ts'
import { createWorld, valued } from '../testing/index.ts'

let world: Awaited<ReturnType<typeof createWorld>>
beforeEach(async () => (world = await createWorld()))
afterEach(() => world.remove())

async function staff(role: 'owner' | 'viewer' = 'owner'): Promise<Actor> {
  const { id, name } = await world.make.staffUser({ role })
  return { kind: 'staff', id, name, role, grantableWebRoleIds: [], ipAddress: null }
}
const view = { list: 'contacts', name: 'Late', query: '?search=ada&sort=-createdAt&cursor=abc&/delete=' }
const namesOf = async (actor: Actor) =>
  valued(await listSavedViews({ deps: world.deps, actor })).map(({ name, query }) => [name, query])

test('a view keeps its search, order and columns, but no page; the same name again replaces it', async () => {
  const actor = await staff()
  valued(await createSavedView({ deps: world.deps, actor, input: view }))
  expect(await namesOf(actor)).toEqual([['Late', 'search=ada&sort=-createdAt']])
  valued(await createSavedView({ deps: world.deps, actor, input: { ...view, query: 'columns=email' } }))
  expect(await namesOf(actor)).toEqual([['Late', 'columns=email']])
})

test('others see what is shared, and only its owner forgets it', async () => {
  const [ada, bob] = [await staff(), await staff('viewer')]
  valued(await createSavedView({ deps: world.deps, actor: ada, input: view }))
  expect(await namesOf(bob)).toEqual([])
  valued(await createSavedView({ deps: world.deps, actor: ada, input: { ...view, isShared: true } }))
  expect(await namesOf(bob)).toHaveLength(1)
  expect(
    await createSavedView({ deps: world.deps, actor: bob, input: { ...view, isShared: true } }),
  ).toMatchObject({ refusal: 'forbidden' })
  const [shared] = valued(await listSavedViews({ deps: world.deps, actor: bob }))
  const input = { id: shared?.id }
  expect(await deleteSavedView({ deps: world.deps, actor: bob, input })).toMatchObject({
    refusal: 'not_found',
  })
  valued(await deleteSavedView({ deps: world.deps, actor: ada, input }))
  expect(await namesOf(ada)).toEqual([])
})
