import * as v from 'valibot'
import { id, pageOf } from './fields.ts'
import type { Operation } from './operation.ts'

type ObjectSchema = NonNullable<Operation['body']>
type Verb = Operation['run']

/** The five operations of a collection: list, create, get, change, delete. */
export function collection(options: {
  path: string
  tag: string
  /** In names of operations: `Contact`, `Contacts`. */
  one: string
  many: string
  /** In sentences: `contact`. */
  noun: string
  list: { run: Verb; query: ObjectSchema; item: v.GenericSchema }
  create: {
    run: Verb
    body: ObjectSchema
    example?: Record<string, unknown>
    answer?: v.GenericSchema
    description?: string
  }
  get: { run: Verb; answer: v.GenericSchema }
  update: { run: Verb; body: ObjectSchema; answer?: v.GenericSchema; description?: string }
  remove: { run: Verb; description: string }
}): Operation[] {
  const { path, tag, one, many, noun, list, create, get, update, remove } = options
  const item = `${path}/:id`
  return [
    {
      method: 'get',
      path,
      operationId: `list${many}`,
      tag,
      summary: `List ${noun}s`,
      query: list.query,
      status: 200,
      answer: pageOf(list.item),
      run: list.run,
    },
    {
      method: 'post',
      path,
      operationId: `create${one}`,
      tag,
      summary: `Create ${article(noun)} ${noun}`,
      ...(create.description ? { description: create.description } : {}),
      body: create.body,
      ...(create.example ? { example: create.example } : {}),
      status: 201,
      answer: create.answer ?? get.answer,
      run: create.run,
    },
    {
      method: 'get',
      path: item,
      operationId: `get${one}`,
      tag,
      summary: `Get ${article(noun)} ${noun}`,
      status: 200,
      answer: get.answer,
      run: get.run,
    },
    {
      method: 'patch',
      path: item,
      operationId: `update${one}`,
      tag,
      summary: `Change ${article(noun)} ${noun}`,
      description: update.description ?? 'Fields that are not given stay as they are; `null` empties one.',
      body: update.body,
      status: 200,
      answer: update.answer ?? get.answer,
      run: update.run,
    },
    {
      method: 'delete',
      path: item,
      operationId: `delete${one}`,
      tag,
      summary: `Delete ${article(noun)} ${noun}`,
      description: remove.description,
      status: 204,
      run: remove.run,
    },
  ]
}

/** The body of a change: without the id, which is in the path. */
export const withoutId = <Entries extends v.ObjectEntries & { id: v.GenericSchema }>(
  schema: v.StrictObjectSchema<Entries, undefined>,
) => {
  const { id: _, ...entries } = schema.entries
  return v.strictObject(entries)
}

/** An answer that is the created thing with something that is shown this once. */
export const withOnce = <Entries extends v.ObjectEntries, Once extends v.ObjectEntries>(
  answer: v.ObjectSchema<Entries, undefined>,
  once: Once,
) => v.object({ ...answer.entries, ...once })

export const idAnswer = v.object({ id })

const article = (noun: string) => (/^[aeiou]/i.test(noun) ? 'an' : 'a')
