import { fail } from '@sveltejs/kit'
import { listParkedJobs, retryJob } from '@usher/services'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { listInput } from '#lib/server/list-input.ts'
import { problemOf, valueOrErrorPage } from '#lib/server/refusals.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => ({
  jobs: valueOrErrorPage(await listParkedJobs({ ...by(locals), input: listInput(url) })),
})

export const actions: Actions = {
  retry: async (event) => {
    const jobId = (await event.request.formData()).get('jobId')
    if (typeof jobId !== 'string') return fail(400, { message: 'Choose what to retry.' })
    const retried = await retryJob({ ...by(event.locals), input: { jobId } })
    if (!retried.ok) redirectWith(event, to('/parked'), problemOf(retried).message, 'error')
    redirectWith(event, to('/parked'), 'It is tried again now.')
  },
}
