import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { createApiWorld } from '../../../testing/api-world.ts'

test('the SDK is made from what the API is now: `pnpm sdk` makes it anew', async () => {
  const world = await createApiWorld()
  const kept: unknown = JSON.parse(
    await readFile(new URL('../../../../../../packages/sdk/openapi.json', import.meta.url), 'utf8'),
  )
  expect(kept).toEqual(await (await world.api.request('/admin/api/v1/openapi.json')).json())
  await world.remove()
})
