import type { Database } from '@usher/database'

/** Everything the database holds, to show that nothing changed. */
export async function dump({ client }: Database): Promise<Record<string, unknown[]>> {
  const { rows: tables } = await client.execute(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
  )
  const dumped: Record<string, unknown[]> = {}
  for (const { name } of tables) {
    const { rows } = await client.execute(`SELECT * FROM "${String(name)}"`)
    dumped[String(name)] = rows
      .map((row) => ({ ...row }))
      .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  }
  return dumped
}
