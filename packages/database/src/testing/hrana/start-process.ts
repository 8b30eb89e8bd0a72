import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/**
 * The server of `startHranaServer` in a process of its own: what other processes use a database file together with must
 * not hold that file open a second time, with another copy of SQLite, in one process.
 */
export async function startHranaProcess(file: string): Promise<{
  url: string
  /** Pipeline requests so far: round-trips to the database. */
  requestCount(): Promise<number>
  close(): Promise<void>
}> {
  const script = fileURLToPath(new URL('./process.ts', import.meta.url))
  const child = spawn(process.execPath, [script, file], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string]
  const url = line.trim()
  return {
    url,
    requestCount: async () => Number(await (await fetch(`${url}/requests`)).json()),
    async close() {
      child.kill('SIGTERM')
      await once(child, 'close')
    },
  }
}
