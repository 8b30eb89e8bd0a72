import { type Answered, load } from './load.ts'

const rounds = 5

/** One side of a comparison: where it listens, and its next request. */
export type Side = { port: number; next: () => Buffer; status: number }
export type Compared = {
  /** Answers a second, medians of the rounds. */
  ours: number
  floor: number
  /** The median of each round's own ratio: what else the machine does meets both alike. */
  ratio: number
  /** Milliseconds over all rounds. */
  latency: { ours: Latency; floor: Latency }
}
export type Latency = { p50: number; p99: number }

/**
 * Runs both sides in turns, A B A B, each as many requests as it is told.
 * @param weigh what of a round is compared: answers a second, or the median latency
 */
export async function compare(
  { ours, floor }: { ours: Side; floor: Side },
  options: { connections: number; requests: number; weigh: 'throughput' | 'latency' },
): Promise<Compared> {
  await run(ours, options)
  await run(floor, options)
  const all: Record<'ours' | 'floor', Run[]> = { ours: [], floor: [] }
  for (let round = 0; round < rounds; round++) {
    all.ours.push(await run(ours, options))
    all.floor.push(await run(floor, options))
  }
  const ratios = all.ours.map((one, index) => {
    const other = all.floor[index] ?? one
    return options.weigh === 'throughput' ? one.perSecond / other.perSecond : one.p50 / other.p50
  })
  return {
    ours: median(all.ours.map(({ perSecond }) => perSecond)),
    floor: median(all.floor.map(({ perSecond }) => perSecond)),
    ratio: median(ratios),
    latency: { ours: latencyOf(all.ours), floor: latencyOf(all.floor) },
  }
}

type Run = { perSecond: number; p50: number; times: number[] }

async function run(
  side: Side,
  { connections, requests }: { connections: number; requests: number },
): Promise<Run> {
  let left = requests
  const startedAt = performance.now()
  const answers = await load(side.port, connections, () => (left-- > 0 ? side.next() : null))
  const seconds = (performance.now() - startedAt) / 1000
  const odd = answers.find((answer: Answered) => answer.status !== side.status)
  if (odd) throw new Error(`Answered ${odd.status} where ${side.status} was due`)
  const times = answers.map(({ milliseconds }) => milliseconds)
  return { perSecond: answers.length / seconds, p50: quantile(times, 0.5), times }
}

const latencyOf = (runs: Run[]): Latency => {
  const times = runs.flatMap((one) => one.times)
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99) }
}

export const quantile = (values: number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN
export const median = (values: number[]): number => quantile(values, 0.5)

/** How many requests each side gets in all, warming up included. */
export const requestsOf = (requests: number): number => requests * (rounds + 1)
