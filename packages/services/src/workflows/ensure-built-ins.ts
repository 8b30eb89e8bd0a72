import { insertBuiltInWorkflow } from '@usher/database'
import type { Deps } from '../deps.ts'
import { builtInWorkflows } from './built-ins.ts'

/** Adds the built-in workflows that are missing, activated. Those that are there stay as staff left them. */
export async function ensureBuiltInWorkflows({ deps }: { deps: Deps }): Promise<void> {
  for (const { key, name, description, definition } of builtInWorkflows) {
    await deps.database.write(
      insertBuiltInWorkflow(deps.database, {
        id: deps.newId(),
        versionId: deps.newId(),
        builtInKey: key,
        name,
        description,
        definition,
        now: deps.now(),
      }),
    )
  }
}
