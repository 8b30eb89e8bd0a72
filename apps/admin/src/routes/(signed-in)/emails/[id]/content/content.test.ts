import { isHttpError } from '@sveltejs/kit'
import {
  ensureBuiltInWorkflows,
  listEmails,
  queueEmailCode,
  revealEmail,
  sendInvitations,
} from '@usher/services'
import { createWorld, staffActor, valued } from '@usher/services/testing'
import { claimJobs, deliverEmails } from '@usher/services/worker'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { GET } from './+server.ts'

let world: Awaited<ReturnType<typeof createWorld>>
beforeEach(async () => {
  world = await createWorld()
  await ensureBuiltInWorkflows({ deps: world.deps })
})
afterEach(() => world.remove())

type Event = Parameters<typeof GET>[0]

async function open(emailId: string): Promise<Response | { status: number }> {
  try {
    const locals = { deps: world.deps, actor: staffActor('inviter') }
    return await GET({ params: { id: emailId }, locals } as unknown as Event)
  } catch (thrown) {
    if (isHttpError(thrown)) return { status: thrown.status }
    throw thrown
  }
}

async function htmlOf(emailId: string): Promise<string> {
  const response = await open(emailId)
  if (!(response instanceof Response)) throw new Error('No answer')
  return response.text()
}

/** All mails that wait go to the outbox. */
async function work() {
  const lease = await claimJobs({
    deps: world.deps,
    input: { kinds: ['send_email'], maximumPriority: 99, limit: 100, leaseMilliseconds: 60_000 },
  })
  if (!lease) throw new Error('Nothing waits')
  await deliverEmails({
    deps: world.deps,
    lease,
    mailer: {
      transport: 'outbox',
      from: { name: null, address: 'usher@usher.example' },
      batchSize: 500,
      settlingMilliseconds: 0,
      sendBatch: async (messages) =>
        messages.map(({ emailId }) => ({ outcome: 'accepted', messageId: emailId })),
      check: async () => [],
      close: () => undefined,
    },
  })
}

async function invite(firstName: string) {
  const contact = await world.make.contact({ firstName })
  const invitation = await world.make.invitation({ contacts: [contact] })
  const call = { deps: world.deps, actor: world.operator }
  valued(await sendInvitations({ ...call, input: { invitationIds: [invitation.id] } }))
  await work()
  const [email] = valued(await listEmails({ ...call, input: {} })).items
  return { invitation, emailId: email?.id ?? '' }
}

test('a mail in the outbox is shown with the link that its recipient would click once that is revealed, opening in a tab of its own', async () => {
  const { invitation, emailId } = await invite('Jane')
  const link = `/i/${invitation.code.replaceAll('-', '')}`
  expect(await htmlOf(emailId)).not.toContain(link)
  const call = { deps: world.deps, actor: staffActor('inviter') }
  valued(await revealEmail({ ...call, input: { emailId } }))
  const html = await htmlOf(emailId)
  expect(html).toContain(link)
  expect(html).toMatch(/<head[^>]*><base target="_blank">/)
})

test('nothing in a mail can run, be submitted, or be framed elsewhere', async () => {
  const { emailId } = await invite('<script>alert(1)</script>')
  const response = await open(emailId)
  if (!(response instanceof Response)) throw new Error('No answer')
  expect(await response.text()).not.toContain('<script>alert')
  const policy = response.headers.get('content-security-policy')?.split('; ')
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("form-action 'none'")
  expect(policy).toContain("frame-ancestors 'self'")
  expect(policy).toContain('sandbox allow-popups allow-popups-to-escape-sandbox')
  expect(policy?.some((directive) => directive.startsWith('script-src'))).toBe(false)
})

test('a mail that was not written yet, and one that never was, are not there', async () => {
  const input = { address: 'jane@contoso.example', code: '123456', websiteId: null, locale: null }
  const { emailId } = valued(await queueEmailCode({ deps: world.deps, input }))
  expect(await open(emailId)).toMatchObject({ status: 404 })
  expect(await open('another')).toMatchObject({ status: 404 })
})
