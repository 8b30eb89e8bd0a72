import { equalBytes, outboxWebhookAccess, refuse } from '@usher/domain'
import { recordEmailEvent } from '@usher/services'
import { Hono } from 'hono'
import type { Edge } from '../edge.ts'
import type { EdgeEnv } from '../edge-deps.ts'
import { answerRefusal } from '../http/answer-refusal.tsx'
import { readJson } from '../http/read-body.ts'

/** Bounces come with the message's headers. */
const maximumBytes = 256 * 1024

/** What Postmark tells of mails. Not signed by it: a user and a password stand in the webhook's address. */
export const webhookRoutes = ({ deps }: Edge) =>
  new Hono<EdgeEnv>().post('/webhooks/postmark', async (c) => {
    const access = deps.postmarkWebhook
    if (!access && !(await isOwnOutbox(deps, c.req.header('authorization')))) return c.notFound()
    if (access && !(await isAuthorized(c.req.header('authorization'), access))) {
      // Not 403: that stops Postmark for good, a wrong password is mended.
      const answer = await answerRefusal(c, refuse('not_signed_in'))
      answer.headers.set('www-authenticate', 'Basic realm="webhooks"')
      return answer
    }
    const body = await readJson(c, maximumBytes)
    if (!body.ok) return answerRefusal(c, body)
    const recorded = await recordEmailEvent({ deps, input: body.value })
    return recorded.ok ? c.json(recorded.value) : answerRefusal(c, recorded)
  })

/** The outbox's simulated mailboxes; to everybody else a webhook that is not configured is not there. */
const isOwnOutbox = async (deps: Edge['deps'], header: string | undefined): Promise<boolean> =>
  deps.mailTransport === 'outbox' &&
  header !== undefined &&
  isAuthorized(header, await outboxWebhookAccess(deps.keys))

/** Compares digests: neither the length nor the place of a difference shows in the time it takes. */
async function isAuthorized(
  header: string | undefined,
  access: { user: string; password: string },
): Promise<boolean> {
  const digest = async (text: string) =>
    new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  const credentials = new TextEncoder().encode(`${access.user}:${access.password}`)
  const expected = `Basic ${btoa(String.fromCharCode(...credentials))}`
  return equalBytes(await digest(header ?? ''), await digest(expected))
}
