import { createConfig, lintFromString } from '@redocly/openapi-core'
import { expect, test } from 'vitest'
import { createApiWorld } from '../../../testing/api-world.ts'
import { operations } from './operations.ts'

test('Redocly’s recommended rules find nothing wrong with the description', async () => {
  const world = await createApiWorld()
  const source = await (await world.api.request('/admin/api/v1/openapi.json')).text()
  await world.remove()
  const config = await createConfig({
    extends: ['recommended'],
    // The house says where it is, which in a test is this machine.
    rules: { 'no-server-example.com': 'off' },
  })
  const problems = await lintFromString({ source, config })
  expect(
    problems.map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer}`),
  ).toEqual([])
}, 60_000)

const withExample = operations.filter(({ example }) => example)

test.each(withExample.map((operation) => [operation.operationId, operation] as const))(
  'the example of %s works as it stands',
  async (_, { method, path, example, status }) => {
    const world = await createApiWorld()
    const answer = await world.ask(method === 'post' ? 'POST' : 'PATCH', path, example)
    expect([answer.status, answer.text]).toEqual([status, answer.text])
    await world.remove()
  },
)

test('the first things that anybody creates have an example', () => {
  expect(withExample.map(({ operationId }) => operationId)).toEqual(
    expect.arrayContaining([
      'createContact',
      'createAccount',
      'createWebsite',
      'createInvitation',
      'createApiKey',
    ]),
  )
})
