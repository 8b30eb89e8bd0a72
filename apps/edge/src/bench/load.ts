import { connect, type Socket } from 'node:net'

/** One request as its bytes on the wire. */
export const requestBytes = (
  method: string,
  path: string,
  headers: Record<string, string>,
  body = '',
): Buffer =>
  Buffer.from(
    [
      `${method} ${path} HTTP/1.1`,
      'host: localhost',
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
      ...(body ? ['content-type: application/json', `content-length: ${Buffer.byteLength(body)}`] : []),
      '',
      body,
    ].join('\r\n'),
  )

export type Answered = { status: number; milliseconds: number }

/**
 * Sends requests over kept-alive connections, each its next when the last is answered. Reads as little of an answer as
 * it must, so that the client is cheap beside what is measured.
 * @param next the next request, or `null` when there are no more
 */
export async function load(
  port: number,
  connections: number,
  next: () => Buffer | null,
): Promise<Answered[]> {
  const answered: Answered[] = []
  await Promise.all(Array.from({ length: connections }, () => converse(port, next, answered)))
  return answered
}

function converse(port: number, next: () => Buffer | null, answered: Answered[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(port, '127.0.0.1')
    socket.setNoDelay(true)
    let sentAt = 0
    let pending = ''
    const send = () => {
      const request = next()
      if (!request) return socket.end(resolve)
      sentAt = performance.now()
      socket.write(request)
    }
    socket.setEncoding('latin1').on('data', (text) => {
      pending += String(text)
      const length = lengthOfAnswer(pending)
      if (length === null || pending.length < length) return
      answered.push({ status: Number(pending.slice(9, 12)), milliseconds: performance.now() - sentAt })
      pending = pending.slice(length)
      send()
    })
    socket.once('connect', send)
    socket.once('error', reject)
  })
}

/** How long the answer is, head included; `null` while that cannot be told. */
function lengthOfAnswer(text: string): number | null {
  const end = text.indexOf('\r\n\r\n')
  if (end < 0) return null
  const declared = /\r\ncontent-length: *(\d+)/i.exec(text.slice(0, end + 2))
  if (declared) return end + 4 + Number(declared[1])
  const last = text.indexOf('\r\n0\r\n\r\n', end)
  return last < 0 ? null : last + 7
}
