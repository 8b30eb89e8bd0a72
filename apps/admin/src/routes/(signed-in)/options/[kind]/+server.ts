import { error, json } from '@sveltejs/kit'
import { findOptions, isOptionKind } from '#lib/server/options.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals, params, url }) => {
  if (!isOptionKind(params.kind)) error(404, 'There is no such list.')
  return json({ items: await findOptions(locals, params.kind, url.searchParams.get('search') ?? '') })
}
