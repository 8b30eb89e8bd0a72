import type { Context } from 'hono'
import { refuse, type Result, ok } from '@usher/domain'
import type { EdgeEnv } from '../edge-deps.ts'

/** More than any form or request of ours needs. */
export const maximumBodyBytes = 16 * 1024

/** The body as text of at most `maximumBytes`, read no further than that. Refuses `invalid_request`. */
export async function readBody(
  c: Context<EdgeEnv>,
  maximumBytes = maximumBodyBytes,
): Promise<Result<string, 'invalid_request'>> {
  const declared = Number(c.req.header('content-length') ?? 0)
  if (declared > maximumBytes) return refuse('invalid_request', { detail: tooLarge })
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = c.req.raw.body?.getReader()
  while (reader) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    if (size > maximumBytes) {
      await reader.cancel()
      return refuse('invalid_request', { detail: tooLarge })
    }
    chunks.push(value)
  }
  const bytes = new Uint8Array(size)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.byteLength
  }
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return refuse('invalid_request', { detail: 'Send the request as UTF-8 text.' })
  }
}

const tooLarge = 'The request is too large.'

/** The fields of a plain HTML form. Refuses `invalid_request` for other content, control characters and lone surrogates. */
export async function readForm(c: Context<EdgeEnv>): Promise<Result<URLSearchParams, 'invalid_request'>> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(c.req.header('content-type') ?? '')) {
    return refuse('invalid_request', { detail: 'Send this as a form.' })
  }
  const body = await readBody(c)
  if (!body.ok) return body
  const fields = new URLSearchParams(body.value)
  for (const value of fields.values()) if (!isPlainText(value)) return refuse('invalid_request')
  return ok(fields)
}

/** A JSON document. Refuses `invalid_request` for anything else. */
export async function readJson(
  c: Context<EdgeEnv>,
  maximumBytes = maximumBodyBytes,
): Promise<Result<unknown, 'invalid_request'>> {
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) {
    return refuse('invalid_request', { detail: 'Send this as application/json.' })
  }
  const body = await readBody(c, maximumBytes)
  if (!body.ok) return body
  try {
    return ok(JSON.parse(body.value) as unknown)
  } catch {
    return refuse('invalid_request', { detail: 'This is no JSON.' })
  }
}

/** Text that a person can have typed into a form: no NUL or other control characters, no half of a character. */
export const isPlainText = (text: string): boolean =>
  !/[\p{Cc}\ufffd]/u.test(text.replace(/[\t\n\r]/g, '')) && text.isWellFormed()
