import { stepSchema } from '@usher/domain'
import { toJsonSchema } from '@valibot/to-json-schema'
import { type ContentWithResolver, describeRoute, type DescribeRouteOptions } from 'hono-openapi'
import type * as v from 'valibot'
import type { Operation } from './operation.ts'
import { refusalAnswers } from './problem.ts'

type Responses = NonNullable<DescribeRouteOptions['responses']>
type Schema = NonNullable<ContentWithResolver[string]['schema']>

/** What OpenAPI tells of an operation. */
export const describeOperation = (operation: Operation) =>
  describeRoute({
    operationId: operation.operationId,
    tags: [operation.tag],
    summary: operation.summary,
    ...(operation.description ? { description: operation.description } : {}),
    parameters: parametersOf(operation),
    ...requestBodyOf(operation),
    responses: responsesOf(operation),
  })

function parametersOf(operation: Operation): NonNullable<DescribeRouteOptions['parameters']> {
  const inPath = [...operation.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name: name ?? '',
    in: 'path',
    required: true,
    schema: { type: 'string' as const },
  }))
  const inQuery = operation.query ? queryParameters(operation.query) : []
  const idempotencyKey = { $ref: '#/components/parameters/IdempotencyKey' }
  return [...inPath, ...inQuery, ...(operation.method === 'post' ? [idempotencyKey] : [])]
}

function queryParameters(query: v.GenericSchema) {
  const { properties = {}, required = [] } = jsonSchemaOf(query, 'input') as {
    properties?: Record<string, { description?: string }>
    required?: string[]
  }
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    ...(description ? { description } : {}),
    schema: asInUrl[name] ?? schema,
  }))
}

/** Verbs take these from forms too, as text or null; a URL has but one way to say them. */
const asInUrl: Record<string, object> = {
  limit: { type: 'integer', minimum: 1, maximum: 200, default: 50 },
  cursor: { type: 'string' },
}

function requestBodyOf({ body, file, example }: Operation): Pick<DescribeRouteOptions, 'requestBody'> {
  if (file) return { requestBody: { required: true, content: { [file]: { schema: { type: 'string' } } } } }
  if (!body) return {}
  return {
    requestBody: {
      required: true,
      content: {
        'application/json': { schema: jsonSchemaOf(body, 'input'), ...(example ? { example } : {}) },
      },
    },
  }
}

function responsesOf({ status, answer, path, method, body, query, file }: Operation): Responses {
  const isParsed = body || query || file || method === 'post'
  const refusals = [
    ...(isParsed ? (['invalid_request'] as const) : []),
    'not_signed_in',
    'forbidden',
    ...(path.includes(':') ? (['not_found'] as const) : []),
    ...(method === 'get' ? [] : (['conflict'] as const)),
    'too_many_attempts',
    'unavailable',
  ] as const
  return {
    [status]: answer
      ? {
          description: statusWords[status],
          content: { 'application/json': { schema: jsonSchemaOf(answer, 'output') } },
        }
      : { description: statusWords[status] },
    ...Object.fromEntries(
      refusals.map((refusal) => [
        refusalAnswers[refusal].status,
        { $ref: `#/components/responses/${refusal}` },
      ]),
    ),
  }
}

const statusWords = {
  200: 'As asked.',
  201: 'Created.',
  202: 'Accepted: it happens in the background.',
  204: 'Done; there is nothing to tell.',
} satisfies Record<Operation['status'], string>

/** Checks that JSON Schema cannot express are left out: the answer to a refused request names them. */
export function jsonSchemaOf(schema: v.GenericSchema, typeMode: 'input' | 'output'): Schema {
  const { $schema: _, ...described } = toJsonSchema(schema, {
    typeMode,
    errorMode: 'ignore',
    definitions: { WorkflowStep: stepSchema },
  })
  return described as Schema
}
