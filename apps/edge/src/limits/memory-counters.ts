import type { Budget } from '@usher/services'

const keptAtMost = 20_000

/** Counters of this process alone, for what must not cost the database anything. The oldest go first when there are too many. */
export function createMemoryCounters() {
  const counters = new Map<string, { count: number; endsAt: number }>()

  const current = (bucket: string, now: number) => {
    const counter = counters.get(bucket)
    return counter && counter.endsAt > now ? counter : null
  }
  const dropOldest = () => {
    for (const oldest of counters.keys()) {
      if (counters.size <= keptAtMost) break
      counters.delete(oldest)
    }
  }

  return {
    /**
     * Counts once in every budget, unless one of them is used up: checked and counted in one go, so that tries that come
     * at once cannot all slip through.
     * @returns seconds until it is worth another try, or `null` when it was counted
     */
    take(budgets: readonly Budget[], now: Date): number | null {
      const at = now.getTime()
      const ends = budgets.flatMap(({ bucket, limit }) => {
        const counter = current(bucket, at)
        return counter && counter.count >= limit ? [counter.endsAt] : []
      })
      if (ends.length > 0) return Math.max(1, Math.ceil((Math.max(...ends) - at) / 1000))
      for (const { bucket, windowSeconds } of budgets) {
        const counter = current(bucket, at)
        if (counter) counter.count++
        else {
          counters.delete(bucket)
          counters.set(bucket, { count: 1, endsAt: at + windowSeconds * 1000 })
        }
      }
      dropOldest()
      return null
    },
    /** The try was none after all. */
    giveBack(budgets: readonly Budget[], now: Date): void {
      for (const { bucket } of budgets) {
        const counter = current(bucket, now.getTime())
        if (counter && counter.count > 0) counter.count--
      }
    },
  }
}
export type MemoryCounters = ReturnType<typeof createMemoryCounters>
