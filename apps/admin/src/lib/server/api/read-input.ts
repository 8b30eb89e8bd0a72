import { type FieldError, ok, refuse, type Refused, type Result } from '@usher/domain'
import type { Context } from 'hono'
import type { Operation } from './operation.ts'

export type RequestInput = { input: Record<string, unknown>; bodyText: string }

/** Path, query and body as one input. Refuses what no field of the operation is called. */
export async function readInput(
  c: Context,
  operation: Operation,
): Promise<Result<RequestInput, 'invalid_request'>> {
  const params: Record<string, string> = c.req.param()
  const query = readQuery(c, operation)
  if (!query.ok) return query
  if (operation.method === 'get') return ok({ input: { ...query.value, ...params }, bodyText: '' })
  const bodyText = await c.req.text()
  if (operation.file) {
    if (!hasType(c, operation.file)) return refuseBody(`Send ${operation.file}.`)
    return ok({ input: { ...query.value, csv: bodyText, ...params }, bodyText })
  }
  const body = readJson(c, operation, bodyText)
  if (!body.ok) return body
  const doubled = Object.keys(params).filter((name) => Object.hasOwn(body.value, name))
  if (doubled.length > 0) return refuseUnknown(doubled, 'It is in the path already. Leave it out.')
  return ok({ input: { ...query.value, ...body.value, ...params }, bodyText })
}

function readQuery(c: Context, operation: Operation): Result<Record<string, unknown>, 'invalid_request'> {
  const query: Record<string, string> = c.req.query()
  const unknown = Object.keys(query).filter((name) => !Object.hasOwn(operation.query?.entries ?? {}, name))
  return unknown.length > 0
    ? refuseUnknown(unknown, 'There is no such parameter here. Leave it out.')
    : ok(query)
}

function readJson(
  c: Context,
  operation: Operation,
  text: string,
): Result<Record<string, unknown>, 'invalid_request'> {
  if (text.trim() === '' && !operation.body) return ok({})
  if (!hasType(c, 'application/json')) return refuseBody('Send JSON, with Content-Type: application/json.')
  const body = parseJson(text)
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return refuseBody('The body is not a JSON object.')
  }
  const unknown = operation.body ? [] : Object.keys(body)
  if (unknown.length > 0) return refuseUnknown(unknown, 'There is no such field here. Leave it out.')
  return ok({ ...body })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const hasType = (c: Context, type: string) =>
  (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() === type

const refuseBody = (detail: string): Refused<'invalid_request'> => refuse('invalid_request', { detail })

function refuseUnknown(names: readonly string[], message: string): Refused<'invalid_request'> {
  const errors: FieldError[] = names.map((path) => ({ path, message }))
  return refuse('invalid_request', { detail: `${names[0]}: ${message}`, errors })
}
