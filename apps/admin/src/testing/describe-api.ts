import { writeFile } from 'node:fs/promises'
import { createApiWorld } from './api-world.ts'

/** Writes what the management API says of itself for the SDK, whose types are made from it. */
const world = await createApiWorld()
const document: unknown = await (await world.api.request('/admin/api/v1/openapi.json')).json()
await writeFile(
  new URL('../../../../packages/sdk/openapi.json', import.meta.url),
  `${JSON.stringify(document, null, 2)}\n`,
)
await world.remove()
