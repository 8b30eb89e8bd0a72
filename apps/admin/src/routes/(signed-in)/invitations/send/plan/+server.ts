import { error, json } from '@sveltejs/kit'
import { summarisePlan } from '#lib/server/plan.ts'
import { valueOrErrorPage } from '#lib/server/refusals.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals, url }) => {
  const ids = url.searchParams.getAll('ids')
  if (ids.length === 0) error(400, 'Choose at least one invitation.')
  return json(valueOrErrorPage(await summarisePlan(locals, ids)))
}
