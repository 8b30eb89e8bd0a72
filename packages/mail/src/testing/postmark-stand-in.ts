import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

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
  close(): Promise<void>
}

/**
 * Speaks as much of Postmark's documented API as sending needs, to Postmark's own client over HTTP: server token, batches
 * that succeed with mixed results, error codes, and a message search by metadata that lags behind.
 * Sources: https://postmarkapp.com/developer/api/email-api and /messages-api
 */
export async function startPostmarkStandIn({
  port = 0,
  serverToken = 'server-token-for-tests',
  stream = 'outbound',
  searchLagMilliseconds = 0,
}: {
  port?: number
  serverToken?: string
  stream?: string
  searchLagMilliseconds?: number
} = {}): Promise<PostmarkStandIn> {
  const taken: TakenMail[] = []
  const batchSizes: number[] = []
  const refused = new Map<string, { errorCode: number; message: string }>()
  const nextFaults: Fault[] = []
  let fault: Fault | null = null
  let searches = 0

  const take = (mail: Omit<TakenMail, 'MessageID' | 'receivedAt'>) => {
    const reason = refusalOf(mail, stream) ?? refused.get(mail.To.toLowerCase())
    if (reason) return { ErrorCode: reason.errorCode, Message: reason.message }
    const message = { ...mail, MessageID: crypto.randomUUID(), receivedAt: Date.now() }
    taken.push(message)
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
    const answers = (isBatch ? mails : [mails]).map(take)
    if (present?.kind === 'cut_after') return void request.socket.destroy()
    if (present?.kind === 'slow') await new Promise((resolve) => setTimeout(resolve, present.milliseconds))
    const [first] = answers
    if (isBatch) return answer(response, 200, answers)
    answer(response, first && first.ErrorCode !== 0 ? 422 : 200, first)
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
    const indexed = taken.filter(
      (mail) =>
        mail.receivedAt + searchLagMilliseconds <= Date.now() &&
        fields.every(([name, value]) => mail.Metadata?.[name.slice('metadata_'.length)] === value),
    )
    answer(response, 200, {
      TotalCount: indexed.length,
      Messages: indexed.slice(offset, offset + count).map((mail) => ({
        Tag: mail.Tag ?? '',
        MessageID: mail.MessageID,
        To: [{ Email: mail.To, Name: null }],
        Cc: [],
        Bcc: [],
        Recipients: [mail.To],
        ReceivedAt: new Date(mail.receivedAt).toISOString(),
        From: mail.From,
        Subject: mail.Subject,
        Attachments: [],
        Status: 'Sent',
        TrackOpens: false,
        TrackLinks: 'None',
        Metadata: mail.Metadata ?? {},
        MessageStream: mail.MessageStream ?? stream,
        Sandboxed: false,
      })),
    })
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://stand-in')
    if (request.headers['x-postmark-server-token'] !== serverToken) {
      answer(response, 401, {
        ErrorCode: 10,
        Message: 'The Server Token you provided in the X-Postmark-Server-Token request header was invalid.',
      })
    } else if (request.method === 'POST' && /^\/email(\/batch)?$/.test(url.pathname)) {
      receive(request, response).catch(() =>
        answer(response, 422, { ErrorCode: 402, Message: 'Invalid JSON.' }),
      )
    } else if (request.method === 'GET' && url.pathname === '/messages/outbound') {
      search(url, response)
    } else if (request.method === 'GET' && url.pathname === '/server') {
      answer(response, 200, {
        ID: 1,
        Name: 'Stand-in',
        ApiTokens: [serverToken],
        TrackOpens: false,
        TrackLinks: 'None',
      })
    } else {
      answer(response, 404, { ErrorCode: 0, Message: 'Not found' })
    }
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
    close: () =>
      new Promise((resolve) => {
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
