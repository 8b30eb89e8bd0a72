import type { ExclusionReason } from '@usher/domain'
import {
  cancelSend,
  exclusionReasonTexts,
  getSend,
  listEmails,
  listSendExclusions,
  pauseSend,
  resumeSend,
} from '@usher/services'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { listInput } from '#lib/server/list-input.ts'
import { problemOf, valueOrErrorPage } from '#lib/server/refusals.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

/** More have a page of their own. */
const exclusionsShown = 10

export const load: PageServerLoad = async ({ locals, params, url, depends }) => {
  depends('usher:send')
  const called = by(locals)
  const sendId = params.id
  const [found, exclusions, emails] = await Promise.all([
    getSend({ ...called, input: { sendId } }),
    listSendExclusions({ ...called, input: { sendId, limit: exclusionsShown } }),
    listEmails({ ...called, input: { ...listInput(url, ['status']), sendId } }),
  ])
  const { excluded, ...send } = valueOrErrorPage(found)
  return {
    send,
    reasons: countReasons(excluded),
    exclusions: valueOrErrorPage(exclusions).items.map((item) => ({
      ...item,
      reason: exclusionReasonTexts[item.reason],
    })),
    emails: valueOrErrorPage(emails),
    staysHere: locals.deps.mailTransport === 'outbox',
  }
}

/** The most frequent first. */
function countReasons(excluded: readonly { reason: ExclusionReason }[]): { words: string; count: number }[] {
  const counts = new Map<ExclusionReason, number>()
  for (const { reason } of excluded) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([reason, count]) => ({ words: exclusionReasonTexts[reason], count }))
}

/** The page again, saying what happened; a refusal is said there too, since the page shows why. */
const move = (change: typeof pauseSend, done: string) => async (event: RequestEvent) => {
  const changed = await change({ ...by(event.locals), input: { sendId: event.params.id } })
  const page = to('/sends', event.params.id)
  if (!changed.ok) redirectWith(event, page, problemOf(changed).message, 'error')
  redirectWith(event, page, done)
}

export const actions: Actions = {
  pause: move(pauseSend, 'The send is paused: nothing more leaves.'),
  resume: move(resumeSend, 'The send goes on.'),
  cancel: move(cancelSend, 'The send is cancelled: nothing more leaves.'),
}
