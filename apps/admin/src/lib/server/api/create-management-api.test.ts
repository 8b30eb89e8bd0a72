import { Validator } from '@seriousme/openapi-schema-validator'
import { createApiKey } from '@usher/services'
import { createWorld, staffActor, valued } from '@usher/services/testing'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createManagementApi } from './create-management-api.ts'

test('smoke', async () => {
  const world = await createWorld()
  const api = createManagementApi({ deps: world.deps, scriptUrl: '/x.js', report: (e) => console.log(e) })
  const doc = await (await api.request('/admin/api/v1/openapi.json')).json()
  const validator = new Validator()
  console.log(await validator.validate(doc))
  console.log(Object.keys(doc.paths), JSON.stringify(doc.paths['/contacts'], null, 1))
  console.log(await (await api.request('/admin/api/v1/docs')).text())
})
