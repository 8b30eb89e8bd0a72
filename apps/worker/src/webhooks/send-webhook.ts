import { type LookupAddress, lookup as resolve } from 'node:dns'
import { Agent as HttpAgent, request as requestHttp } from 'node:http'
import { Agent as HttpsAgent, request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import { isAllowedHost, mayConnectTo, problemInWebhookUrl, readAddress } from '@usher/domain'
import type { WebhookAnswer, WebhookRequest, WebhookSender } from '@usher/services/worker'

/** An address that may not be called; it is found out when the connection is made, whatever its name said before. */
class BlockedError extends Error {
  override name = 'BlockedError'
}

const timeoutMilliseconds = 15_000
const largestAnswer = 16 * 1024

/**
 * Sends messages to the public internet and to what the allow-list names. Addresses are checked as they are connected to,
 * so neither a name that changes its mind nor a redirect (none is followed) leads inside.
 */
export function createWebhookSender({
  allowedTargets = [],
  lookup = resolve as LookupFunction,
  timeout = timeoutMilliseconds,
}: {
  allowedTargets?: readonly string[]
  /** For tests: names that lead elsewhere. */
  lookup?: LookupFunction
  timeout?: number
} = {}): WebhookSender & { close(): void } {
  const options = { keepAlive: true, maxSockets: 20, timeout }
  const agents = { http: new HttpAgent(options), https: new HttpsAgent(options) }

  const checkedLookup =
    (isAllowed: boolean): LookupFunction =>
    (hostname, lookupOptions, callback) =>
      lookup(hostname, { ...lookupOptions, all: true }, (error, found) => {
        const addresses = (Array.isArray(found) ? found : []) as LookupAddress[]
        const inside = addresses.find(({ address }) => !isAllowed && !mayConnectTo(address, allowedTargets))
        const [first] = addresses
        if (error) callback(error, '', 0)
        else if (inside || !first)
          callback(new BlockedError(`${hostname} leads to ${inside?.address ?? 'nowhere'}`), '', 0)
        else if (lookupOptions.all) callback(null, addresses)
        else callback(null, first.address, first.family)
      })

  return {
    send(message) {
      const problem = problemInWebhookUrl(message.url, allowedTargets)
      if (problem)
        return Promise.resolve({ outcome: 'blocked', reason: `its address is not allowed. ${problem}` })
      const url = new URL(message.url)
      const isAllowed = isAllowedHost(url, allowedTargets)
      // A literal address is connected to without a lookup.
      if (!isAllowed && readAddress(url.hostname) && !mayConnectTo(url.hostname, allowedTargets))
        return Promise.resolve(blocked(url.hostname))
      return post(url, message, checkedLookup(isAllowed))
    },
    close() {
      agents.http.destroy()
      agents.https.destroy()
    },
  }

  function post(
    url: URL,
    { headers, body, method = 'POST' }: WebhookRequest,
    lookupAddress: LookupFunction,
  ): Promise<WebhookAnswer> {
    return new Promise((done) => {
      const isHttps = url.protocol === 'https:'
      const request = (isHttps ? requestHttps : requestHttp)(url, {
        method,
        agent: isHttps ? agents.https : agents.http,
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
        lookup: lookupAddress,
        signal: AbortSignal.timeout(timeout),
      })
      request.on('error', (error) => done(reasonOf(error)))
      request.on('response', (response) => {
        const chunks: Buffer[] = []
        let size = 0
        const answered = () => {
          const text = Buffer.concat(chunks).subarray(0, largestAnswer).toString('utf8')
          done({ outcome: 'answered', status: response.statusCode ?? 0, body: text })
        }
        response.on('data', (chunk: Buffer) => {
          chunks.push(chunk)
          size += chunk.length
          // The rest is not ours to read.
          if (size < largestAnswer) return
          answered()
          response.destroy()
        })
        response.on('end', answered)
        response.on('error', (error) => done(reasonOf(error)))
      })
      request.end(body)
    })
  }
}

const blocked = (what: string): WebhookAnswer => ({
  outcome: 'blocked',
  reason: `its address is inside a private network: ${what}. Name it in WEBHOOK_ALLOWED_TARGETS if it is meant`,
})

function reasonOf(error: Error): WebhookAnswer {
  for (let at: unknown = error; at instanceof Error; at = at.cause)
    if (at instanceof BlockedError) return blocked(at.message)
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name
  return { outcome: 'unreachable', reason: words[code] ?? `it cannot be reached (${code})` }
}

const words: Record<string, string> = {
  ABORT_ERR: 'it took longer than 15 seconds',
  TimeoutError: 'it took longer than 15 seconds',
  AbortError: 'it took longer than 15 seconds',
  ENOTFOUND: 'its name is not known',
  ECONNREFUSED: 'it refused the connection',
  ECONNRESET: 'it broke the connection off',
  CERT_HAS_EXPIRED: 'its certificate has expired',
}
