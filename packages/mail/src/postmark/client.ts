import { Errors, ServerClient } from 'postmark'

/** Long enough for 500 mails, short enough for who waits. */
const timeoutSeconds = 30

/** Postmark's own client. `apiUrl` null: Postmark itself. */
export function createPostmarkClient({
  serverToken,
  apiUrl,
}: {
  serverToken: string
  apiUrl: string | null
}): ServerClient {
  const url = new URL(apiUrl ?? 'https://api.postmarkapp.com')
  return new ServerClient(serverToken, {
    useHttps: url.protocol === 'https:',
    requestHost: `${url.host}${url.pathname.replace(/\/+$/, '')}`,
    timeout: timeoutSeconds,
    fetch: fetchTellingWhetherSent,
  })
}

export type PostmarkFailure = { status: number; code: number; message: string; mayHaveBeenAccepted: boolean }

/** What a failed call tells. Without an answer the request may have been carried out, unless no connection was made. */
export function failureOf(error: unknown): PostmarkFailure {
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof Errors.HttpError) {
    const { statusCode: status, code } = error
    // 500 and above can come from a proxy in front of a request that was carried out.
    return { status, code, message, mayHaveBeenAccepted: status >= 500 }
  }
  return { status: 0, code: 0, message, mayHaveBeenAccepted: !message.startsWith(notConnected) }
}

const notConnected = 'No connection to Postmark'

// The client keeps nothing of a network error but its message.
async function fetchTellingWhetherSent(...[input, init]: Parameters<typeof fetch>): Promise<Response> {
  try {
    return await fetch(input, init)
  } catch (error) {
    const cause = error instanceof Error ? error.cause : null
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    if (/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/.test(code)) {
      throw new Error(`${notConnected} (${code})`, { cause: error })
    }
    throw error
  }
}
