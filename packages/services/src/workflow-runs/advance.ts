import {
  type ClaimedJob,
  completeJobs,
  findDefinitions,
  findHeldJobIds,
  findRunStates,
  holdsLeases,
  isUnavailable,
  type RunState,
} from '@usher/database'
import type { Deps } from '../deps.ts'
import type { Lease } from '../jobs/claim.ts'
import { carryOut } from './carry-out.ts'
import { effectStatements, mergeEffects, noEffects } from './effects.ts'
import { failRunStatements } from './fail.ts'
import { takeTurn, type Turn } from './turn.ts'

/** What became of the runs of one lease. `lost` are those that somebody else holds now. */
export type Advance = { completed: number; waiting: number; parked: number; failed: number; lost: number }

/**
 * Takes the runs of a lease as far as they go now: to their end, or to something they wait for. All of them together are
 * a few set-based statements a round. Each step's effect, its record and the fence are one batch: a worker that is
 * killed goes on where it stopped, one that lost its lease changes nothing. One run that breaks does not stop the others.
 */
export async function advanceRuns({
  deps,
  lease,
  onFailure,
}: {
  deps: Deps
  lease: Lease
  /** Told of what nobody foresaw, for the log. */
  onFailure?: (job: ClaimedJob, error: unknown) => void
}): Promise<Advance> {
  const counts: Advance = { completed: 0, waiting: 0, parked: 0, failed: 0, lost: 0 }
  const { token } = lease
  let jobs = [...lease.jobs]
  let hasWork = false

  while (jobs.length > 0) {
    const turns = await takeTurns()
    const kept = await writeTogether(turns)
    hasWork ||= kept.some(({ effects }) => effects.emails.length > 0 || effects.deliveries.length > 0)
    for (const { end } of kept) if (end !== 'alone') counts[end]++
    jobs = []
    for (const turn of kept.filter(({ end }) => end === 'alone')) await goAlone(turn)
  }
  if (hasWork) deps.onJobsWritten?.()
  return counts

  async function takeTurns(): Promise<Turn[]> {
    const runs = await findRunStates(deps.database, jobs.map(runIdOf), deps.now())
    const states = new Map<string, RunState>(runs.map((run) => [run.id, run]))
    const definitions = await findDefinitions(deps.database, [...new Set(runs.map((run) => run.versionId))])
    const turns: Turn[] = []
    const over: ClaimedJob[] = []
    for (const job of jobs) {
      const run = states.get(runIdOf(job))
      const definition = run && definitions.get(run.versionId)
      if (!run || !definition || !isAlive(run)) over.push(job)
      else
        await attempt(job, async () => {
          turns.push(await takeTurn(deps, { run, job, definition }))
        })
    }
    if (over.length > 0) {
      await deps.database.write([
        completeJobs(
          token,
          over.map(({ id }) => id),
          deps.now(),
        ),
      ])
      counts.completed += over.length
    }
    return turns
  }

  /** @returns the turns that were written */
  async function writeTogether(turns: Turn[]): Promise<Turn[]> {
    if (turns.length === 0) return []
    try {
      if (await write(turns)) return turns
    } catch (error) {
      if (isUnavailable(error) || turns.length === 1) {
        const [only] = turns
        if (isUnavailable(error) || !only) throw error
        await fail(only.job, error)
        return []
      }
      return writeOneByOne(turns)
    }
    const held = await findHeldJobIds(
      deps.database,
      token,
      turns.map(({ job }) => job.id),
    )
    const left = turns.filter(({ job }) => held.has(job.id))
    counts.lost += turns.length - left.length
    if (left.length < turns.length) return writeTogether(left)
    counts.lost += left.length
    return []
  }

  async function writeOneByOne(turns: Turn[]): Promise<Turn[]> {
    const written: Turn[] = []
    for (const turn of turns) written.push(...(await writeTogether([turn])))
    return written
  }

  async function write(turns: Turn[]): Promise<boolean> {
    const effects = mergeEffects(turns.map((turn) => turn.effects))
    const written = await deps.database.write([
      holdsLeases(
        token,
        turns.map(({ job }) => job.id),
      ),
      ...effectStatements(deps, token, effects),
    ])
    return written.ok
  }

  async function goAlone(turn: Turn): Promise<void> {
    await attempt(turn.job, async () => {
      const carriedOut = await carryOut(deps, token, turn)
      if (carriedOut.kind === 'done') jobs.push(turn.job)
      else if (carriedOut.kind === 'lease_lost') counts.lost++
      else await parkAlone(turn, carriedOut.reason)
    })
  }

  async function parkAlone(turn: Turn, reason: string): Promise<void> {
    const now = deps.now().getTime()
    const { run, job, alone } = turn
    const effects = noEffects()
    if (alone) effects.steps.push({ ...alone.record, status: 'failed', output: null, error: reason })
    effects.runs.push({ id: run.id, status: 'parked', error: reason, endedAt: now })
    effects.parked.push({ id: job.id, runAt: null, reason })
    effects.activities.push({
      id: deps.newId(),
      type: 'workflow_failed',
      contactId: run.contactId,
      invitationId: run.invitationId,
      subject: `Workflow ${run.workflowName} stopped: ${reason}`.slice(0, 500),
      data: { workflowRunId: run.id },
    })
    if (await write([{ ...turn, effects }])) counts.parked++
    else counts.lost++
  }

  /** What nobody foresaw concerns one run: it is tried again later, and parked in the end. */
  async function attempt(job: ClaimedJob, run: () => Promise<void>): Promise<void> {
    try {
      await run()
    } catch (error) {
      if (isUnavailable(error)) throw error
      await fail(job, error)
    }
  }

  async function fail(job: ClaimedJob, error: unknown): Promise<void> {
    onFailure?.(job, error)
    counts.failed++
    const name = error instanceof Error ? error.name : typeof error
    await deps.database.write(failRunStatements(deps, token, job, `An unexpected ${name}`))
  }
}

const runIdOf = (job: ClaimedJob) => job.payload.workflowRunId ?? ''
const isAlive = (run: RunState) =>
  run.status === 'queued' || run.status === 'running' || run.status === 'waiting'
