import scriptUrl from '@scalar/api-reference/standalone.js?url'
import type { RequestHandler } from '@sveltejs/kit'
import { openHouse } from '#deps'
import { createManagementApi } from '#lib/server/api/create-management-api.ts'
import { reportBroken } from '#lib/server/api/report-broken.ts'

let api: Promise<ReturnType<typeof createManagementApi>> | undefined
const openApi = () =>
  (api ??= openHouse().then(({ deps }) => createManagementApi({ deps, scriptUrl, report: reportBroken })))

/** Every method goes to the management API, which knows its callers by their keys. */
export const fallback: RequestHandler = async ({ request, locals, getClientAddress }) =>
  (await openApi()).fetch(request, { requestId: locals.requestId, ipAddress: addressOf(getClientAddress) })

function addressOf(getClientAddress: () => string): string | null {
  try {
    return getClientAddress()
  } catch {
    return null
  }
}
