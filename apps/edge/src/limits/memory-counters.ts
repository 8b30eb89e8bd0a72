const keptAtMost = 20_000

/** Counters of this process alone, for what must not cost the database anything. The oldest go first when there are too many. */
export function createMemoryCounters(options: { limit: number; windowSeconds: number }) {
  const counters = new Map<string, { count: number; endsAt: number }>()

  const current = (bucket: string, now: number) => {
    const counter = counters.get(bucket)
    return counter && counter.endsAt > now ? counter : null
  }

  return {
    /** Seconds until one of the buckets is free again, or `null` when all are. */
    blockedSeconds(buckets: readonly string[], now: Date): number | null {
      const ends = buckets.flatMap((bucket) => {
        const counter = current(bucket, now.getTime())
        return counter && counter.count >= options.limit ? [counter.endsAt] : []
      })
      return ends.length > 0 ? Math.max(1, Math.ceil((Math.max(...ends) - now.getTime()) / 1000)) : null
    },
    count(buckets: readonly string[], now: Date): void {
      for (const bucket of buckets) {
        const counter = current(bucket, now.getTime())
        if (counter) counter.count++
        else {
          counters.delete(bucket)
          counters.set(bucket, { count: 1, endsAt: now.getTime() + options.windowSeconds * 1000 })
        }
      }
      for (const oldest of counters.keys()) {
        if (counters.size <= keptAtMost) break
        counters.delete(oldest)
      }
    },
  }
}
export type MemoryCounters = ReturnType<typeof createMemoryCounters>
