import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { PipelineRequest } from './protocol.ts'
import { ServerFailure, Stream } from './stream.ts'

export type HranaServer = {
  /** `http://127.0.0.1:…`, for any libSQL client. */
  url: string
  /** Pipeline requests so far: round-trips to the database. */
  requestCount(): number
  /** The next pipeline request is carried out and its answer never sent. */
  loseNextAnswer(): void
  close(): Promise<void>
}

/**
 * libSQL over HTTP for tests: Hrana 3 in JSON (`/v3/pipeline`, batons, `/v2` and `/v3` probes) over a local file, for
 * the real client.
 * @param options.authToken demanded as a bearer token when given
 */
export async function startHranaServer(
  file: string,
  options: { authToken?: string } = {},
): Promise<HranaServer> {
  const streams = new Map<string, Stream>()
  let requests = 0
  let loses = false

  const pipeline = async (request: PipelineRequest) => {
    const stream = (request.baton && streams.get(request.baton)) || new Stream(file)
    if (request.baton) streams.delete(request.baton)
    const results: unknown[] = []
    let isClosed = false
    for (const part of request.requests) {
      try {
        results.push({ type: 'ok', response: await stream.answer(part) })
        isClosed ||= part.type === 'close'
      } catch (error) {
        if (!(error instanceof ServerFailure)) throw error
        results.push({ type: 'error', error: error.answer })
      }
    }
    const baton = isClosed ? null : randomUUID()
    if (baton) streams.set(baton, stream)
    else stream.close()
    return { baton, base_url: null, results }
  }

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<unknown> => {
    if (options.authToken && request.headers.authorization !== `Bearer ${options.authToken}`) {
      return answer(response, 401, { error: 'unauthorised' })
    }
    if (request.method === 'GET' && /^\/v[23]$/.test(request.url ?? '')) return answer(response, 200, {})
    // For who counts from another process.
    if (request.url === '/requests') return answer(response, 200, requests)
    if (request.method !== 'POST' || !/^\/v[23]\/pipeline$/.test(request.url ?? ''))
      return answer(response, 404, {})
    requests++
    try {
      const body = await pipeline(JSON.parse(await text(request)) as PipelineRequest)
      if (loses) {
        loses = false
        return request.socket.destroy()
      }
      answer(response, 200, body)
    } catch (error) {
      answer(response, 400, { message: String(error) })
    }
  }
  const server = createServer((request, response) => void serve(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requestCount: () => requests,
    loseNextAnswer: () => (loses = true),
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      for (const stream of streams.values()) stream.close()
    },
  }
}

function answer(response: ServerResponse, status: number, body: unknown) {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

async function text(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}
