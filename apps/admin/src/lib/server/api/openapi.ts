import type { Hono } from 'hono'
import { generateSpecs } from 'hono-openapi'
import type { ApiEnvironment } from './environment.ts'
import { refusalAnswers } from './problem.ts'

const problem = {
  type: 'object' as const,
  description: 'Problem details, RFC 9457.',
  required: ['type', 'title', 'status', 'code', 'detail', 'requestId'],
  properties: {
    type: { type: 'string' as const },
    title: { type: 'string' as const },
    status: { type: 'integer' as const },
    code: { type: 'string' as const, enum: [...Object.keys(refusalAnswers), 'internal_error'] },
    detail: { type: 'string' as const, description: 'What happened, and what to do next.' },
    requestId: { type: 'string' as const },
    errors: {
      type: 'array' as const,
      description: 'Field by field, what to change.',
      items: {
        type: 'object' as const,
        required: ['path', 'message'],
        properties: { path: { type: 'string' as const }, message: { type: 'string' as const } },
      },
    },
  },
}

/** The OpenAPI 3.1 document of all operations that are mounted. */
export const describeApi = (api: Hono<ApiEnvironment>, origin: string) =>
  generateSpecs(api, {
    documentation: {
      openapi: '3.1.0',
      info: {
        title: 'Usher management API',
        version: '1.0.0',
        license: { name: 'MIT', identifier: 'MIT' },
        description: [
          'Contacts, accounts, websites, web roles, invitations, and what became of them.',
          'JSON, camelCase, instants in ISO 8601 and UTC. Unknown fields are refused.',
          'Lists take `limit`, `cursor`, `search` and `sort` (`-` descends) and answer `items` and `nextCursor`.',
          'A key may make so many requests a minute: `RateLimit-Limit`, `RateLimit-Remaining` and `RateLimit-Reset` (seconds) stand in every answer.',
          'Any POST may carry an `Idempotency-Key`: sent again within 24 hours it has no second effect, and the answer is the same.',
        ].join('\n\n'),
      },
      servers: [{ url: `${origin}/admin/api/v1` }],
      security: [{ apiKey: [] }],
      components: {
        securitySchemes: {
          apiKey: { type: 'http', scheme: 'bearer', description: 'A key from Settings → API keys: `usk_…`' },
        },
        parameters: {
          IdempotencyKey: {
            name: 'Idempotency-Key',
            in: 'header',
            description: 'Of your choice, new for each request: up to 200 visible ASCII characters.',
            schema: { type: 'string', maxLength: 200 },
          },
        },
        schemas: { Problem: problem },
        responses: Object.fromEntries(
          Object.entries(refusalAnswers).map(([refusal, { title }]) => [
            refusal,
            {
              description: title,
              content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
            },
          ]),
        ),
      },
    },
  })
