import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { makePlace, type Place, runCommand, type RunningHouse, startHouse } from '../testing/house.ts'
import { buildPreviousRelease } from '../testing/previous-release.ts'

/** Edge and admin are released and rolled back apart: each works beside the other's last release, on today's database. */

let previous: string
beforeAll(async () => {
  previous = await buildPreviousRelease()
}, 600_000)

describe.each([
  ['the edge of the last release beside the admin of today', '--edge'],
  ['the admin of the last release beside the edge of today', '--admin'],
])('%s', (_, option) => {
  let place: Place
  let house: RunningHouse
  let key: string
  beforeEach(async () => {
    place = await makePlace()
    house = await startHouse(place, {}, [option, previous])
    runCommand(['owner', 'create', '--name', 'Ada', '--email', 'ada@contoso.com'], place, {
      input: 'three plain words\n',
    })
    const made = runCommand(['api-key', 'create', '--name', 'Test', '--role', 'admin', '--json'], place)
    key = (JSON.parse(made.stdout) as { key: string }).key
  }, 60_000)
  afterEach(async () => {
    await house.stop()
    await place.remove()
  })

  async function ask<T>(path: string, body?: object): Promise<T> {
    const response = await fetch(`${house.origin}/admin/api/v1${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    expect(response.status, path).toBeLessThan(300)
    return (await response.json()) as T
  }

  async function newestLinkTo(address: string): Promise<string> {
    const emails = () => ask<{ items: { id: string; status: string }[] }>(`/emails?search=${address}`)
    await vi.waitUntil(async () => (await emails()).items[0]?.status === 'sent', { timeout: 15_000 })
    const { text } = await ask<{ text: string }>(`/emails/${(await emails()).items[0]?.id}`)
    return /http\S+\/i\/\S+/.exec(text)?.[0] ?? ''
  }

  test('an invitation is made and sent in one, redeemed in the other, and on record in both', async () => {
    expect((await fetch(`${house.origin}/admin/sign-in`)).status).toBe(200)
    const [website] = (await ask<{ items: { id: string }[] }>('/websites')).items
    const webRole = await ask<{ id: string }>('/web-roles', { websiteId: website?.id, name: 'Partner' })
    const contact = await ask<{ id: string }>('/contacts', { firstName: 'Jane', email: 'jane@fabrikam.com' })
    const invitation = await ask<{ id: string }>('/invitations', {
      name: 'Partners',
      type: 'single',
      invitedContactIds: [contact.id],
      webRoleIds: [webRole.id],
    })
    await ask('/sends', { invitationIds: [invitation.id] })

    const link = await newestLinkTo('jane@fabrikam.com')
    const page = await fetch(link)
    expect(page.status).toBe(200)
    const form = filledFieldsOf(await page.text())
    const answer = await fetch(`${house.origin}/redeem`, {
      method: 'POST',
      headers: { origin: house.origin },
      body: new URLSearchParams({ ...form, password: 'a password of Jane' }),
      redirect: 'manual',
    })
    expect(answer.status).toBe(303)

    const { items } = await ask<{ items: { contactId: string }[] }>('/redemptions')
    expect(items).toMatchObject([{ contactId: contact.id, invitationId: invitation.id }])
    const seen = await ask(`/invitations/${invitation.id}`)
    expect(seen).toMatchObject({ status: 'redeemed', redemptionCount: 1 })
    const cookie = answer.headers.getSetCookie().map((each) => each.split(';')[0])
    const me = await fetch(`${house.origin}/api/me`, { headers: { cookie: cookie.join('; ') } })
    expect(await me.json()).toMatchObject({ webRoles: [{ name: 'Partner' }] })
  }, 60_000)
})

/** What the form that creates an account sends before a person types anything. */
function filledFieldsOf(html: string): Record<string, string> {
  const form = html.split('<form').find((each) => each.includes('value="create"')) ?? ''
  const inputs = [...(form.split('</form>')[0]?.matchAll(/<input[^>]*>/g) ?? [])].map(([input]) => input)
  const attribute = (input: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1] ?? ''
  return Object.fromEntries(inputs.map((input) => [attribute(input, 'name'), attribute(input, 'value')]))
}
