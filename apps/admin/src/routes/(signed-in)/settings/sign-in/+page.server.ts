import { listWebsites } from '@usher/services'
import { redirect } from '@sveltejs/kit'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { valueOrErrorPage } from '#lib/server/refusals.ts'
import type { PageServerLoad } from './$types'

/** Each website has its own; with one website there is nothing to choose. */
export const load: PageServerLoad = async ({ locals }) => {
  const websites = valueOrErrorPage(
    await listWebsites({ ...by(locals), input: { limit: 200, sort: 'name' } }),
  )
  const [first, ...others] = websites.items
  if (first && others.length === 0) redirect(303, to('/websites', first.id, 'sign-in'))
  return { websites: websites.items.map(({ id, name, baseUrl }) => ({ id, name, baseUrl })) }
}
