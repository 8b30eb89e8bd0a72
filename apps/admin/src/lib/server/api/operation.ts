import type { ManagementRefusal, Result } from '@usher/domain'
import type { Actor, Deps } from '@usher/services'
import type * as v from 'valibot'

type ObjectSchema = v.GenericSchema & { entries: v.ObjectEntries }

/**
 * One operation of the API: a path, the verb that it calls, and how both are described.
 * The verb is handed query, path and body as one input, which it parses itself.
 */
export type Operation = {
  method: 'get' | 'post' | 'patch' | 'delete'
  /** Its parameters (`:sendId`) are fields of the input. */
  path: string
  /** Names the operation for generated clients: `createContact`. */
  operationId: string
  tag: string
  summary: string
  description?: string
  /** What the query may hold; nothing without it. */
  query?: ObjectSchema
  /** What the JSON body holds; nothing without it. */
  body?: ObjectSchema
  /** A body that works as it stands: a test sends it. */
  example?: Record<string, unknown>
  /** The body is a file of this type, handed over as the field `csv`. */
  file?: 'text/csv'
  status: 200 | 201 | 202 | 204
  /** What is answered: everything else that the verb tells stays here. */
  answer?: v.GenericSchema
  // A method, so that verbs with a typed input fit: each of them parses what it is handed.
  run(call: { deps: Deps; actor: Actor; input: unknown }): Promise<Result<unknown, ManagementRefusal>>
}
