import { afterEach, beforeEach, expect, test } from 'vitest'
import { createWorld } from '../testing/index.ts'
import { mayReceiveEmailCode } from './may-receive-email-code.ts'

let world: Awaited<ReturnType<typeof createWorld>>
beforeEach(async () => {
  world = await createWorld()
})
afterEach(() => world.remove())

const may = (email: string, code: string | null, registrationEnabled = true) =>
  mayReceiveEmailCode({
    deps: world.deps,
    input: { email, invitation: code ? { code } : null, registrationEnabled },
  })

test('an address that somebody signs in with may, in any spelling, with or without an invitation', async () => {
  await world.make.invitee({ email: 'jane@contoso.example' })
  expect(await may('Jane@Contoso.example', null)).toBe(true)
  expect(await may('john@contoso.example', null)).toBe(false)
})

test('of a Single invitation only the invited contact may', async () => {
  const [jane, john] = [
    await world.make.contact({ email: 'jane@contoso.example' }),
    await world.make.contact({ email: 'john@contoso.example' }),
  ]
  const { code } = await world.make.invitation({ contacts: [jane] })
  expect(await may('JANE@contoso.example', code)).toBe(true)
  expect(await may(john.email ?? '', code)).toBe(false)
  expect(await may('stranger@fabrikam.example', code)).toBe(false)
})

test('of a Group for anyone everybody may; of a Group for domains those of the domain and who was invited', async () => {
  const jane = await world.make.contact({ email: 'jane@contoso.example' })
  const anyone = await world.make.invitation({ type: 'group' })
  const domains = await world.make.invitation({
    type: 'group',
    redeemableBy: 'domains',
    emailDomains: ['fabrikam.example'],
    contacts: [jane],
  })
  expect(await may('stranger@anywhere.example', anyone.code)).toBe(true)
  expect(await may('ada@fabrikam.example', domains.code)).toBe(true)
  expect(await may('jane@contoso.example', domains.code)).toBe(true)
  expect(await may('stranger@anywhere.example', domains.code)).toBe(false)
})

test('with registration closed only who signs in already may', async () => {
  const { code } = await world.make.invitation({ type: 'group' })
  await world.make.invitee({ email: 'jane@contoso.example' })
  expect(await may('jane@contoso.example', code, false)).toBe(true)
  expect(await may('stranger@anywhere.example', code, false)).toBe(false)
})

test('a code that is no invitation opens nobody a mailbox', async () => {
  expect(await may('stranger@anywhere.example', 'NO-SUCH-CODE')).toBe(false)
})
