import { isRedirect } from '@sveltejs/kit'
import { createTemporaryDatabase } from '@usher/database/testing'
import { createFirstOwner, setUpToken } from '@usher/services'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openHouse } from '#deps'
import { actions } from './+page.server.ts'

const password = 'correct horse battery'
let temporary: Awaited<ReturnType<typeof createTemporaryDatabase>>

beforeAll(async () => {
  temporary = await createTemporaryDatabase()
  Object.assign(process.env, {
    DATABASE_URL: temporary.url,
    USHER_SECRET: 'a secret that only this test knows',
    USHER_ORIGIN: 'http://localhost:3024',
  })
  const { deps } = await openHouse()
  await createFirstOwner({
    deps,
    setUpToken: await setUpToken(deps.keys),
    input: { name: 'Olivia', email: 'olivia@usher.example', password },
  })
  return async () => {
    deps.database.close()
    await temporary.remove()
  }
})

type Event = Parameters<NonNullable<(typeof actions)['default']>>[0]
let cookies: Map<string, { value: string; options: Record<string, unknown> }>
let address: number
beforeEach(() => {
  cookies = new Map()
})
afterEach(() => address++)
address = 1

async function signIn(email: string, given: string, next = '', from = `203.0.${address}.7`) {
  const { deps, auth } = await openHouse()
  const url = new URL(`/admin/sign-in${next}`, 'http://localhost:3024')
  const event = {
    url,
    request: new Request(url, { method: 'POST', body: new URLSearchParams({ email, password: given }) }),
    locals: { deps, auth, actor: null },
    getClientAddress: () => from,
    cookies: {
      parse: (line: string) => {
        const [pair = '', ...attributes] = line.split(/;\s*/)
        const [name = '', value = ''] = pair.split('=')
        const entries = attributes.map((one) => one.split('=') as [string, string?])
        return {
          name,
          value,
          ...Object.fromEntries(entries.map(([key, text]) => [key.toLowerCase(), text ?? true])),
        }
      },
      set: (name: string, value: string, options: Record<string, unknown>) =>
        cookies.set(name, { value, options }),
    },
  } as unknown as Event
  try {
    return await actions.default?.(event)
  } catch (thrown) {
    if (isRedirect(thrown)) return thrown
    throw thrown
  }
}

test('a wrong password and an unknown address look the same, and the password does not come back', async () => {
  const wrong = await signIn('olivia@usher.example', 'wrong')
  const unknown = await signIn('nobody@usher.example', 'wrong')
  expect(wrong).toMatchObject({ status: 400, data: { email: 'olivia@usher.example' } })
  expect(JSON.stringify(wrong)).not.toContain('"wrong"')
  expect(unknown).toMatchObject({
    status: 400,
    data: { message: (wrong as { data: { message: string } }).data.message },
  })
  expect(cookies.size).toBe(0)
})

test('signing in gives a cookie of its own for this path, new at every sign-in, and leads where somebody wanted to go', async () => {
  const answer = await signIn('olivia@usher.example', password, '?next=%2Fadmin%2Fcontacts')
  expect(answer).toMatchObject({ status: 303, location: '/admin/contacts' })
  const first = cookies.get('usher-staff.session_token')
  expect(first?.options).toMatchObject({ path: '/admin', httponly: true, samesite: 'Lax' })
  await signIn('olivia@usher.example', password)
  expect(cookies.get('usher-staff.session_token')?.value).not.toBe(first?.value)
})

test('the sixth try at one account within a quarter of an hour is refused, even with the right password', async () => {
  for (let index = 0; index < 5; index++) {
    expect(await signIn('guessed@usher.example', `guess ${index}`)).toMatchObject({ status: 400 })
  }
  expect(await signIn('Guessed@usher.example', password)).toMatchObject({ status: 429 })
})

test('addresses of one IPv6 /64 are one visitor: twenty-one tries at twenty-one accounts are one too many', async () => {
  const from = (index: number) => `2001:db8:1:2::${index.toString(16)}`
  for (let index = 1; index <= 20; index++) {
    expect(await signIn(`somebody${index}@usher.example`, 'guess', '', from(index))).toMatchObject({
      status: 400,
    })
  }
  expect(await signIn('olivia@usher.example', password, '', from(99))).toMatchObject({ status: 429 })
  expect(await signIn('olivia@usher.example', password, '', '2001:db8:1:3::1')).toMatchObject({ status: 303 })
})

test('nobody sends a megabyte to the door: 413 before it is read whole', async () => {
  await expect(signIn('olivia@usher.example', 'x'.repeat(1_000_000))).rejects.toMatchObject({ status: 413 })
})

test('with two-factor the password alone opens nothing: no session, but one more step', async () => {
  const { deps } = await openHouse()
  await deps.database.client.execute('UPDATE staff_users SET two_factor_enabled = 1')
  await deps.database.client.execute(
    `INSERT INTO staff_two_factors (id, user_id, secret, backup_codes, verified)
     SELECT 'factor', id, 'sealed', 'sealed', 1 FROM staff_users`,
  )
  const answer = await signIn('olivia@usher.example', password, '?next=%2Fadmin%2Fcontacts')
  expect(answer).toMatchObject({ status: 303, location: '/admin/sign-in/code?next=%2Fadmin%2Fcontacts' })
  expect(cookies.get('usher-staff.session_token')?.value).toBeFalsy()
  expect(cookies.has('usher-staff.two_factor')).toBe(true)
  await deps.database.client.execute('UPDATE staff_users SET two_factor_enabled = 0')
})
