import { expect, test } from 'vitest'
import { goodPassword, inviteJane } from '../testing/stories.ts'
import { useEdgeWorld } from '../testing/use-edge-world.ts'

const world = useEdgeWorld()

test('a preview without signing in shows the least: the address masked, no name, even with a proof', async () => {
  const { invitation, proof } = await inviteJane(world.current)
  for (const input of [{ code: invitation.code }, { code: invitation.code, recipientProof: proof }]) {
    const { text } = await world.current.browser().json('/api/invitations/preview', input)
    expect(text).toContain('j•••@contoso.example')
    expect(text).not.toContain('jane@contoso.example')
    expect(text).not.toContain('Doe')
  }
})

test('nobody’s address or name gets into the log', async () => {
  const { mailedLink, copiedLink } = await inviteJane(world.current)
  const browser = world.current.browser()
  await browser.submit(await browser.get(copiedLink), 'email_code', { email: 'jane@contoso.example' })
  await world.current.settle()
  await browser.submit(await browser.get(mailedLink), 'create', { password: goodPassword })
  await browser.post('/sign-in', { email: 'jane@contoso.example', password: 'wrong' })
  const log = JSON.stringify(world.current.log)
  for (const word of ['jane', 'Doe', goodPassword, 'wrong']) expect(log).not.toContain(word)
})

test('what is counted about people names them by a hash alone', async () => {
  const { copiedLink } = await inviteJane(world.current)
  const browser = world.current.browser()
  await browser.submit(await browser.get(copiedLink), 'email_code', { email: 'jane@contoso.example' })
  await world.current.settle()
  await browser.post('/sign-in', { email: 'jane@contoso.example', password: 'wrong' })
  const attempts = await world.current.rows.attempts()
  expect(attempts.length).toBeGreaterThan(2)
  expect(JSON.stringify(attempts)).not.toContain('jane')
})

test('pages are for nobody’s index and nobody’s cache', async () => {
  const { mailedLink } = await inviteJane(world.current)
  for (const path of [mailedLink, '/', '/redeem', '/sign-in', '/nothing']) {
    const { text, headers } = await world.current.browser().get(path)
    expect(text, path).toContain('content="noindex')
    expect(headers.get('cache-control'), path).toBe('no-store')
  }
})
