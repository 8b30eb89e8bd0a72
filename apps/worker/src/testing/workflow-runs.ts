import type { Step } from '@usher/domain'
import type { createTestHouse } from './house.ts'

type TestHouse = Awaited<ReturnType<typeof createTestHouse>>

/** A workflow of these steps and so many runs of it, each for a contact of its own, as a redemption enqueues them. */
export async function makeRuns(house: TestHouse, steps: Step[], count: number): Promise<void> {
  const { id, versionId } = await house.make.workflow({ steps })
  const names = JSON.stringify(Array.from({ length: count }, (_, index) => index))
  const now = Date.now()
  const of = (sql: string) => ({
    sql,
    args: [names, now, id, versionId].slice(0, sql.includes('?3') ? 4 : 2),
  })
  await house.deps.database.write([
    of(`INSERT INTO contacts (id, first_name, email, email_normalised, created_at, updated_at)
      SELECT ?2 || ' contact ' || value, 'Jane', ?2 || '-' || value || '@fabrikam.example',
        ?2 || '-' || value || '@fabrikam.example', ?2, ?2 FROM json_each(?1)`),
    of(`INSERT INTO workflow_runs (id, workflow_id, workflow_version_id, contact_id, status, created_at)
      SELECT ?2 || ' run ' || value, ?3, ?4, ?2 || ' contact ' || value, 'queued', ?2 FROM json_each(?1)`),
    of(`INSERT INTO jobs (id, kind, key, payload, priority, run_at, created_at)
      SELECT ?2 || ' job ' || value, 'run_workflow', 'workflow-run:' || ?2 || ' run ' || value,
        json_object('workflowRunId', ?2 || ' run ' || value), 10, ?2, ?2 FROM json_each(?1)`),
  ])
}

export async function countOf(house: TestHouse, sql: string): Promise<number> {
  const { rows } = await house.deps.database.client.execute(sql)
  return Number(rows[0]?.['count'])
}
