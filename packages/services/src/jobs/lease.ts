import { releaseLease as releaseLeaseRows, renewLease as renewLeaseRows } from '@usher/database'
import type { Deps } from '../deps.ts'

/** Keeps the jobs for longer: the work on them is slow, not dead. */
export async function renewLease({
  deps,
  input,
}: {
  deps: Deps
  input: { token: string; leaseMilliseconds: number }
}): Promise<void> {
  const endsAt = new Date(deps.now().getTime() + input.leaseMilliseconds)
  await deps.database.write([renewLeaseRows(input.token, endsAt)])
}

/** Gives back at once whatever is still held: for a worker that stops. */
export async function releaseLease({ deps, input }: { deps: Deps; input: { token: string } }): Promise<void> {
  await deps.database.write([releaseLeaseRows(input.token)])
}
