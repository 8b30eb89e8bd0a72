import { dryRunWorkflow, getWorkflow } from '@usher/services'
import { by } from '#lib/server/by.ts'
import { findOptions, optionsById } from '#lib/server/options.ts'
import { valueOrErrorPage } from '#lib/server/refusals.ts'
import type { PageServerLoad } from './$types'

/** Nothing is done, so the contact is in the address: a dry run is a page. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const called = by(locals)
  const workflow = valueOrErrorPage(await getWorkflow({ ...called, input: { workflowId: params.id } }))
  const contactId = url.searchParams.get('contactId') ?? ''
  const search = url.searchParams.get('find-contactId') ?? ''
  const dryRun = contactId
    ? await dryRunWorkflow({ ...called, input: { workflowId: params.id, contactId } })
    : null
  return {
    workflow: { id: workflow.id, name: workflow.name },
    options: await findOptions(locals, 'contacts', search),
    chosen: await optionsById(locals, 'contacts', [contactId]),
    steps: dryRun?.ok ? dryRun.value.steps : [],
    problem: dryRun && !dryRun.ok ? (dryRun.detail ?? 'It cannot be tried.') : null,
  }
}
