import { type Attention, countAttention, findFunnel, type FunnelDay } from '@usher/database'
import { type ManagementRefusal, ok, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { parseInput } from '../parse-input.ts'

const day = 86_400_000
/** What ends within this many days is worth a look; as long do mails that did not arrive matter. */
const daysAhead = 7
const daysBack = 14

export type Overview = {
  /** The mails of the last days, by now. `opened` is known from below and from above only. */
  funnel: {
    sent: number
    delivered: number
    opened: { atLeast: number; atMost: number }
    redeemed: number
    /** Every day, also those without mails, in UTC. */
    days: FunnelDay[]
  }
  attention: Attention
}

export const getOverviewSchema = v.strictObject({
  days: v.optional(
    v.pipe(
      v.union([v.number(), v.pipe(v.string(), v.regex(/^\d{1,3}$/), v.transform(Number))]),
      v.integer(),
      v.minValue(7),
      v.maxValue(90),
    ),
    30,
  ),
})

/** How invitations fare, and what needs somebody. Input: `{ days? }`, 30 unless told. */
export async function getOverview({
  deps,
  actor,
  input,
}: Call): Promise<Result<Overview, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'read')
  if (forbidden) return forbidden
  const parsed = parseInput(getOverviewSchema, input)
  if (!parsed.ok) return parsed
  const now = deps.now()
  const lastDay = Math.floor(now.getTime() / day)
  const firstDay = lastDay - parsed.value.days + 1
  const [found, attention] = await Promise.all([
    findFunnel(deps.database, new Date(firstDay * day)),
    countAttention(deps.database, {
      now,
      since: new Date(now.getTime() - daysBack * day),
      soon: new Date(now.getTime() + daysAhead * day),
    }),
  ])
  const byDay = new Map(found.map((row) => [row.day.getTime(), row]))
  const days = Array.from({ length: parsed.value.days }, (_, index) => {
    const at = new Date((firstDay + index) * day)
    return byDay.get(at.getTime()) ?? { day: at, sent: 0, delivered: 0, opened: 0, redeemed: 0 }
  })
  const total = (key: 'sent' | 'delivered' | 'opened' | 'redeemed') =>
    days.reduce((sum, row) => sum + row[key], 0)
  return ok({
    funnel: {
      sent: total('sent'),
      delivered: total('delivered'),
      // Who redeemed has opened it; who let a scanner open it may not have.
      opened: { atLeast: total('redeemed'), atMost: total('opened') },
      redeemed: total('redeemed'),
      days,
    },
    attention,
  })
}
