import { listWebhookEndpoints } from '@usher/services'
import { by } from '#lib/server/by.ts'
import { listInput } from '#lib/server/list-input.ts'
import { valueOrErrorPage } from '#lib/server/refusals.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => ({
  endpoints: valueOrErrorPage(await listWebhookEndpoints({ ...by(locals), input: listInput(url) })),
})
