import {
  type Change,
  changeRuns,
  type ClaimedJob,
  completeJobs,
  failJobs,
  insertActivities,
  insertContactTags,
  insertDeliveries,
  insertEmails,
  insertJobs,
  type NewActivity,
  type NewDelivery,
  type NewEmail,
  type NewJob,
  putOffJobs,
  recordSteps,
  type RunChange,
  type StepChange,
} from '@usher/database'
import { awaitableEvents } from '@usher/domain'
import type { Deps } from '../deps.ts'
import { startListening } from '../events/listening.ts'

/** What some runs do in one turn, gathered so that many runs are a handful of statements. */
export type Effects = {
  emails: NewEmail[]
  jobs: NewJob[]
  deliveries: NewDelivery[]
  tags: { contactId: string; tag: string }[]
  steps: StepChange[]
  runs: RunChange[]
  activities: NewActivity[]
  completed: ClaimedJob[]
  putOff: { id: string; runAt: number }[]
  parked: { id: string; runAt: null; reason: string }[]
}

export const noEffects = (): Effects => ({
  emails: [],
  jobs: [],
  deliveries: [],
  tags: [],
  steps: [],
  runs: [],
  activities: [],
  completed: [],
  putOff: [],
  parked: [],
})

export const mergeEffects = (all: readonly Effects[]): Effects => ({
  emails: all.flatMap((each) => each.emails),
  jobs: all.flatMap((each) => each.jobs),
  deliveries: all.flatMap((each) => each.deliveries),
  tags: all.flatMap((each) => each.tags),
  steps: all.flatMap((each) => each.steps),
  runs: all.flatMap((each) => each.runs),
  activities: all.flatMap((each) => each.activities),
  completed: all.flatMap((each) => each.completed),
  putOff: all.flatMap((each) => each.putOff),
  parked: all.flatMap((each) => each.parked),
})

/** Messages of workflows go before events: somebody's run waits for the answer. */
const deliveryPriority = 10

export function effectStatements(deps: Deps, leaseToken: string, effects: Effects): Change[] {
  const now = deps.now()
  const some = <T>(list: readonly T[], ...make: ((list: readonly T[]) => Change | Change[])[]) =>
    list.length > 0 ? make.flatMap((each) => each(list)) : []
  return [
    ...some(effects.emails, (list) => insertEmails(list, now)),
    ...some(effects.jobs, (list) => insertJobs(list, now)),
    ...some(effects.deliveries, (list) => insertDeliveries(list, { priority: deliveryPriority, now })),
    ...some(effects.tags, (list) => insertContactTags(list, now)),
    ...some(effects.steps, recordSteps),
    ...(effects.runs.some(({ waitingFor }) => waitsForEvent(waitingFor)) ? startListening(deps) : []),
    ...some(effects.runs, changeRuns),
    ...some(effects.activities, (list) => insertActivities(list, now)),
    ...some(effects.completed, (list) =>
      completeJobs(
        leaseToken,
        list.map(({ id }) => id),
        now,
      ),
    ),
    ...some(effects.putOff, (list) => putOffJobs(leaseToken, list)),
    ...some(effects.parked, (list) => failJobs(leaseToken, list, now)),
  ]
}

const waitsForEvent = (waitingFor: string | null | undefined) =>
  awaitableEvents.some((event) => event === waitingFor)
