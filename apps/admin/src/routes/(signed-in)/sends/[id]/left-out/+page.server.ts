import { exclusionReasons } from '@usher/domain'
import { exclusionReasonTexts, getSend, listSendExclusions } from '@usher/services'
import { by } from '#lib/server/by.ts'
import { listInput } from '#lib/server/list-input.ts'
import { valueOrErrorPage } from '#lib/server/refusals.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const call = by(locals)
  const sendId = params.id
  const [send, exclusions] = await Promise.all([
    getSend({ ...call, input: { sendId } }),
    listSendExclusions({ ...call, input: { ...listInput(url, ['reason']), sendId } }),
  ])
  const { planned } = valueOrErrorPage(send)
  const page = valueOrErrorPage(exclusions)
  return {
    sendId,
    planned,
    exclusions: {
      ...page,
      items: page.items.map((item) => ({ ...item, reason: exclusionReasonTexts[item.reason] })),
    },
    reasons: exclusionReasons.map((value) => ({ value, label: exclusionReasonTexts[value] })),
  }
}
