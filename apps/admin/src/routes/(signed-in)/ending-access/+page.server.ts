import { listEndingGrants } from '@usher/services'
import { by } from '#lib/server/by.ts'
import { valueOrErrorPage } from '#lib/server/refusals.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => ({
  grants: valueOrErrorPage(await listEndingGrants({ ...by(locals), input: {} })),
})
