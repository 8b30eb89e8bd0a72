import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { listedMessage, messageDetails } from './stand-in-details.ts'
import { createSuppressionList, type StandInSuppression } from './stand-in-suppressions.ts'
import { createWebhookPoster, fateOf, type StandInEvent, type StandInWebhook } from './stand-in-webhooks.ts'

/** A mail as Postmark was given it. */
export type TakenMail = {
  MessageID: string
  From: string
  To: string
  ReplyTo?: string
  Subject: string
  HtmlBody?: string
  TextBody?: string
  MessageStream?: string
  Tag?: string
  TrackOpens?: boolean
  TrackLinks?: string
  Cc?: string
  Bcc?: string
  Headers?: { Name: string; Value: string }[]
  Metadata?: Record<string, string>
  receivedAt: number
}

/** What goes wrong with a request that sends. */
export type Fault =
  /** The connection ends before anything was taken. */
  | { kind: 'cut_before' }
  /** Everything is taken; the answer never comes. */
  | { kind: 'cut_after' }
  /** Nothing is taken; this is the answer. */
  | { kind: 'answer'; status: number; errorCode?: number; message?: string }
  /** Everything is taken; the answer takes its time. */
  | { kind: 'slow'; milliseconds: number }
  /** The batch succeeds; every nth mail in it is refused. */
  | { kind: 'mixed'; every: number; errorCode: number; message: string }

export type PostmarkStandIn = {
  /** For POSTMARK_API_URL. */
  url: string
  /** Every mail that was taken, in order. */
  taken: TakenMail[]
  /** What one test inbox holds. */
  inbox(address: string): TakenMail[]
  /** The sizes of the batches that came, those that failed included. */
  batchSizes: number[]
  /** How often it was asked what it has. */
  searchCount(): number
  /** For the next requests that send, one each. */
  failNext(...faults: Fault[]): void
  /** For all requests that send, until it is null again. */
  failAll(fault: Fault | null): void
  /** Mails to this address are refused inside a batch that succeeds. */
  refuse(address: string, errorCode: number, message: string): void
  /** Posts an event to the webhook, and keeps it with its message, as if it had happened. */
  tell(event: StandInEvent): Promise<void>
  /** It happened, and no webhook tells. */
  happen(event: StandInEvent): void
  /** The answers of the webhook, one for each try. */
  webhookAttempts: { event: StandInEvent; status: number }[]
  /** Resolves once no event is on its way any more. */
  webhooksSettled(): Promise<void>
  suppress(address: string, reason: StandInSuppression['SuppressionReason']): void
  isSuppressed(address: string): boolean
  close(): Promise<void>
}

/** What a mail leaves in memory; a hundred thousand of them would be a lot of HTML. */
const withoutBodies = ({ HtmlBody: _html, TextBody: _text, ...mail }: TakenMail): TakenMail => mail

/**
 * Speaks as much of Postmark's documented API as sending needs, to Postmark's own client over HTTP: server token, batches
 * that succeed with mixed results, error codes, a message search by metadata that lags behind, details, suppressions, and
 * webhooks with retries where one is given.
 * Sources: https://postmarkapp.com/developer/api/email-api, /messages-api and /suppressions-api
 */
export async function startPostmarkStandIn({
  port = 0,
  serverToken = 'server-token-for-tests',
  stream = 'outbound',
  searchLagMilliseconds = 0,
  webhook,
  server: settings = {},
  keepsBodies = true,
}: {
  port?: number
  serverToken?: string
  stream?: string
  searchLagMilliseconds?: number
  webhook?: StandInWebhook
  /** What `GET /server` says besides. */
  server?: { TrackOpens?: boolean; TrackLinks?: string; DeliveryType?: string }
  keepsBodies?: boolean
} = {}): Promise<PostmarkStandIn> {
  const taken: TakenMail[] = []
  const byEmailId = new Map<string, TakenMail[]>()
  const byMessageId = new Map<string, { mail: TakenMail; events: StandInEvent[] }>()
  const batchSizes: number[] = []
  const refused = new Map<string, { errorCode: number; message: string }>()
  const suppressions = createSuppressionList()
  const webhooks = createWebhookPoster(webhook)
  const nextFaults: Fault[] = []
  let fault: Fault | null = null
  let searches = 0
  let bounces = 0

  function happen(event: StandInEvent): void {
    const about = byMessageId.get(event.MessageID)
    about?.events.push(event)
    if (about && event['Inactive'] === true) {
      const reason = event.RecordType === 'SpamComplaint' ? 'SpamComplaint' : 'HardBounce'
      suppressions.add(about.mail.To, reason, 'Recipient')
    }
  }

  const take = (mail: Omit<TakenMail, 'MessageID' | 'receivedAt'>) => {
    const address = mail.To.toLowerCase()
    const inactive = suppressions.has(address)
      ? { errorCode: 406, message: `You tried to send to recipient(s) that have been marked as inactive.` }
      : null
    const reason = refusalOf(mail, stream) ?? refused.get(address) ?? inactive
    if (reason) return { ErrorCode: reason.errorCode, Message: reason.message }
    const message = { ...mail, MessageID: crypto.randomUUID(), receivedAt: Date.now() }
    const kept = keepsBodies ? message : withoutBodies(message)
    taken.push(kept)
    byMessageId.set(message.MessageID, { mail: kept, events: [] })
    for (const [key, value] of Object.entries(mail.Metadata ?? {})) {
      const same = byEmailId.get(`${key}=${value}`)
      if (same) same.push(kept)
      else byEmailId.set(`${key}=${value}`, [kept])
    }
    return {
      To: mail.To,
      SubmittedAt: new Date(message.receivedAt).toISOString(),
      MessageID: message.MessageID,
      ErrorCode: 0,
      Message: 'OK',
    }
  }

  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const mails: unknown = JSON.parse(await bodyOf(request))
    const isBatch = Array.isArray(mails)
    batchSizes.push(isBatch ? mails.length : 1)
    const present = nextFaults.shift() ?? fault
    if (present?.kind === 'cut_before') return void request.socket.destroy()
    if (present?.kind === 'answer') {
      return answer(response, present.status, {
        ErrorCode: present.errorCode ?? 0,
        Message: present.message ?? 'This is a fault on demand',
      })
    }
    if (isBatch && mails.length > 500) {
      return answer(response, 422, {
        ErrorCode: 410,
        Message: 'No more than 500 messages can be sent in one batch.',
      })
    }
    const before = taken.length
    const answers = (isBatch ? mails : [mails]).map((mail, index) =>
      present?.kind === 'mixed' && index % present.every === 0
        ? { ErrorCode: present.errorCode, Message: present.message }
        : take(mail),
    )
    if (webhook) tellFates(taken.slice(before))
    if (present?.kind === 'cut_after') return void request.socket.destroy()
    if (present?.kind === 'slow') await new Promise((resolve) => setTimeout(resolve, present.milliseconds))
    const [first] = answers
    if (isBatch) return answer(response, 200, answers)
    answer(response, first && first.ErrorCode !== 0 ? 422 : 200, first)
  }

  function tellFates(mails: readonly TakenMail[]): void {
    for (const mail of mails) {
      for (const event of fateOf(mail, () => ++bounces)) {
        happen(event)
        void webhooks.tell(event)
      }
    }
  }

  function search(url: URL, response: ServerResponse): void {
    searches++
    const count = Number(url.searchParams.get('count'))
    const offset = Number(url.searchParams.get('offset'))
    if (!url.searchParams.has('offset') || !(count >= 1 && count <= 500)) {
      return answer(response, 422, {
        ErrorCode: 701,
        Message: 'You must provide a count from 1 to 500, and an offset.',
      })
    }
    const fields = [...url.searchParams].filter(([name]) => name.startsWith('metadata_'))
    if (fields.length > 1) {
      return answer(response, 422, {
        ErrorCode: 600,
        Message: 'Only one metadata field can be searched at a time.',
      })
    }
    const [field] = fields
    const candidates = field
      ? (byEmailId.get(`${field[0].slice('metadata_'.length)}=${field[1]}`) ?? [])
      : taken
    // The latest first, as Postmark lists them.
    const indexed = candidates
      .filter((mail) => mail.receivedAt + searchLagMilliseconds <= Date.now())
      .toReversed()
    answer(response, 200, {
      TotalCount: indexed.length,
      Messages: indexed.slice(offset, offset + count).map(listedMessage),
    })
  }

  async function changeSuppressions(request: IncomingMessage, response: ServerResponse, isRemoval: boolean) {
    const body = JSON.parse(await bodyOf(request)) as { Suppressions: { EmailAddress: string }[] }
    answer(response, 200, {
      Suppressions: body.Suppressions.map(({ EmailAddress: address }) => {
        if (isRemoval) return suppressions.remove(address)
        suppressions.add(address, 'ManualSuppression', 'Customer')
        return { EmailAddress: address, Status: 'Suppressed', Message: null }
      }),
    })
  }

  function route(request: IncomingMessage, response: ServerResponse): void | Promise<void> {
    const url = new URL(request.url ?? '/', 'http://stand-in')
    const at = `${request.method} ${url.pathname}`
    const details = /^GET \/messages\/outbound\/([^/]+)\/details$/.exec(at)?.[1]
    const list = /^(\w+) \/message-streams\/([^/]+)\/suppressions(\/dump|\/delete)?$/.exec(at)
    if (request.headers['x-postmark-server-token'] !== serverToken) {
      return answer(response, 401, {
        ErrorCode: 10,
        Message: 'The Server Token you provided in the X-Postmark-Server-Token request header was invalid.',
      })
    }
    if (/^POST \/email(\/batch)?$/.test(at)) return receive(request, response)
    if (at === 'GET /messages/outbound') return search(url, response)
    if (details) {
      const found = byMessageId.get(details)
      return found
        ? answer(response, 200, messageDetails(found.mail, found.events))
        : answer(response, 422, { ErrorCode: 701, Message: 'This message was not found.' })
    }
    if (list) {
      const [, method, id, verb] = list
      if (id !== stream)
        return answer(response, 404, { ErrorCode: 1226, Message: 'The stream was not found.' })
      if (method === 'GET' && verb === '/dump')
        return answer(response, 200, { Suppressions: suppressions.dump() })
      if (method === 'POST' && verb !== '/dump')
        return changeSuppressions(request, response, verb === '/delete')
    }
    if (at === `GET /message-streams/${stream}`) {
      return answer(response, 200, { ID: stream, Name: 'Transactional', MessageStreamType: 'Transactional' })
    }
    if (at === 'GET /server') {
      return answer(response, 200, {
        ID: 1,
        Name: 'Stand-in',
        ApiTokens: [serverToken],
        DeliveryType: 'Live',
        TrackOpens: false,
        TrackLinks: 'None',
        ...settings,
      })
    }
    answer(response, 404, { ErrorCode: 0, Message: 'Not found' })
  }

  const server = createServer((request, response) => {
    Promise.resolve(route(request, response)).catch(() =>
      answer(response, 422, { ErrorCode: 402, Message: 'Invalid JSON.' }),
    )
  })
  await new Promise<void>((resolve, reject) =>
    server.once('error', reject).listen(port, '127.0.0.1', resolve),
  )

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken,
    inbox: (address) => taken.filter((mail) => mail.To.toLowerCase() === address.toLowerCase()),
    batchSizes,
    searchCount: () => searches,
    failNext: (...faults) => void nextFaults.push(...faults),
    failAll: (present) => (fault = present),
    refuse: (address, errorCode, message) => void refused.set(address.toLowerCase(), { errorCode, message }),
    happen,
    tell(event) {
      happen(event)
      return webhooks.tell(event)
    },
    webhookAttempts: webhooks.attempts,
    webhooksSettled: webhooks.settled,
    suppress: (address, reason) => suppressions.add(address, reason, 'Recipient'),
    isSuppressed: suppressions.has,
    close: () =>
      new Promise((resolve) => {
        webhooks.stop()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** What Postmark says of one message that it will not take. */
function refusalOf(mail: Partial<TakenMail>, stream: string): { errorCode: number; message: string } | null {
  if (!mail.To || mail.To.includes(',') || !mail.To.includes('@')) {
    return { errorCode: 300, message: `Invalid 'To' address: '${mail.To ?? ''}'.` }
  }
  if (!mail.From?.includes('@')) return { errorCode: 300, message: "Invalid 'From' address." }
  if (!mail.HtmlBody && !mail.TextBody)
    return { errorCode: 300, message: 'Provide either email TextBody or HtmlBody or both.' }
  if (mail.MessageStream && mail.MessageStream !== stream) {
    return {
      errorCode: 1235,
      message: `The stream provided: '${mail.MessageStream}' does not exist on this server.`,
    }
  }
  return null
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
