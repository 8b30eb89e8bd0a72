import type { activateInvitation } from '@usher/services'
import { counted } from '#lib/format.ts'
import type { by } from '#lib/server/by.ts'
import type { Flash } from '#lib/server/flash.ts'
import { answers } from '#lib/server/refusals.ts'

/** One after the other, each on record by itself. What could not be changed does not keep back the rest. */
export async function changeSelected(
  called: ReturnType<typeof by>,
  verb: typeof activateInvitation,
  ids: readonly string[],
  done: 'activated' | 'deactivated',
): Promise<Flash> {
  if (ids.length === 0) return { kind: 'error', message: 'Nothing was selected. Tick the invitations first.' }
  let changed = 0
  const reasons = new Set<string>()
  for (const id of ids) {
    const answer = await verb({ ...called, input: { id } })
    if (answer.ok) changed++
    else reasons.add(answer.detail ?? answers[answer.refusal].words)
  }
  const said = `${counted(changed, 'invitation')} ${changed === 1 ? 'was' : 'were'} ${done}.`
  if (reasons.size === 0) return { kind: 'success', message: said }
  const left = ids.length - changed
  const why = [...reasons].join(' ')
  return {
    kind: 'error',
    message: `${changed > 0 ? `${said} ` : ''}${counted(left, 'invitation')} ${left === 1 ? 'was' : 'were'} not: ${why}`,
  }
}
