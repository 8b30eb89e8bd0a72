import { exclusionReasons } from '@usher/domain'
import { exclusionReasonTexts, listSendExclusions } from '@usher/services'
import { by } from '#lib/server/by.ts'
import { listInput } from '#lib/server/list-input.ts'
import { valueOrErrorPage } from '#lib/server/refusals.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const page = valueOrErrorPage(
    await listSendExclusions({ ...by(locals), input: { ...listInput(url, ['reason']), sendId: params.id } }),
  )
  return {
    sendId: params.id,
    exclusions: {
      ...page,
      items: page.items.map((item) => ({ ...item, reason: exclusionReasonTexts[item.reason] })),
    },
    reasons: exclusionReasons.map((value) => ({ value, label: exclusionReasonTexts[value] })),
  }
}
