import type { Deps } from '../deps.ts'
import { ensureDefaultWebsite } from '../websites/ensure-default.ts'
import { ensureBuiltInWorkflows } from '../workflows/ensure-built-ins.ts'

/**
 * What every house has: a website and the built-in workflows. Runs after the migrations, at each start.
 * Changes nothing that is there; two processes at once make one of each.
 */
export async function prepareHouse({ deps }: { deps: Deps }): Promise<void> {
  await ensureDefaultWebsite({ deps })
  await ensureBuiltInWorkflows({ deps })
}
