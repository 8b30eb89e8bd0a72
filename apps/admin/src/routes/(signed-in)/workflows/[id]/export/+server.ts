import { getWorkflow } from '@usher/services'
import { by } from '#lib/server/by.ts'
import { valueOrErrorPage } from '#lib/server/refusals.ts'
import type { RequestHandler } from './$types'

/** The workflow as a file that can be imported again. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { name, description, draft, definition } = valueOrErrorPage(
    await getWorkflow({ ...by(locals), input: { workflowId: params.id } }),
  )
  const file = `${name.toLowerCase().replace(/[^a-z0-9]+/g, '-') || 'workflow'}.json`
  return new Response(
    `${JSON.stringify({ name, description, definition: draft ?? definition }, null, 2)}\n`,
    {
      headers: {
        'content-type': 'application/json',
        'content-disposition': `attachment; filename="${file}"`,
      },
    },
  )
}
