import { afterEach, beforeEach, expect, test } from 'vitest'
import { createWorld, staffActor, valued } from '../testing/index.ts'
import { nameEntities } from './name-entities.ts'

let world: Awaited<ReturnType<typeof createWorld>>
beforeEach(async () => {
  world = await createWorld()
})
afterEach(() => world.remove())

test('ids of whatever kind are told by name; those that are gone, or have no name, are left out', async () => {
  const { make } = world
  const things = [
    await make.account('Contoso'),
    await make.website({ name: 'Portal' }),
    await make.staffUser({ name: 'Olivia' }),
    await make.contact({ firstName: 'Jane', lastName: 'Doe' }),
    await make.contact({ firstName: null, lastName: null, email: 'joe@contoso.example' }),
    await make.invitation({ name: 'Partner day' }),
  ]
  const nameless = await make.contact({ firstName: null, lastName: null, email: null })
  const ids = [...things.map(({ id }) => id), nameless.id, 'gone']
  const names = valued(await nameEntities({ deps: world.deps, actor: world.operator, input: { ids } }))
  expect(ids.map((id) => names[id])).toEqual([
    'Contoso',
    'Portal',
    'Olivia',
    'Jane Doe',
    'joe@contoso.example',
    'Partner day',
    undefined,
    undefined,
  ])
})

test.each(['inviter', 'viewer'] as const)('an %s is told no names this way', async (role) => {
  const asked = await nameEntities({ deps: world.deps, actor: staffActor(role), input: { ids: [] } })
  expect(asked).toMatchObject({ refusal: 'forbidden' })
})
