/** Tells all who wait that there may be something to do. A signal that comes while nobody waits is not lost. */
export type Signal = {
  /** How often it was raised. */
  count(): number
  raise(): void
  /** Resolves once it was raised more often than `seen`, or after as many milliseconds. */
  wait(seen: number, milliseconds: number): Promise<void>
}

export function createSignal(): Signal {
  let raised = 0
  let waiting: (() => void)[] = []
  return {
    count: () => raised,
    raise() {
      raised++
      const woken = waiting
      waiting = []
      for (const wake of woken) wake()
    },
    wait(seen, milliseconds) {
      if (raised > seen) return Promise.resolve()
      return new Promise((resolve) => {
        const timer = setTimeout(wake, milliseconds)
        waiting.push(wake)
        function wake() {
          clearTimeout(timer)
          waiting = waiting.filter((other) => other !== wake)
          resolve()
        }
      })
    },
  }
}
