import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import process from 'node:process'
import { Stop } from '../stop.ts'

/** A build that found nothing to do is not worth a line. */
const silentMilliseconds = 1500

/** Builds what changed since the last build; Turborepo knows. Speaks only when something is wrong. */
export async function buildApps(root: string, signal: AbortSignal): Promise<void> {
  const turbo = spawn(join(root, 'node_modules/.bin/turbo'), ['run', 'build', '--output-logs=errors-only'], {
    cwd: root,
    env: {
      ...process.env,
      TURBO_TELEMETRY_DISABLED: '1',
      TURBO_NO_UPDATE_NOTIFIER: '1',
      TURBO_PRINT_VERSION_DISABLED: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const speak = setTimeout(() => console.log('Building …'), silentMilliseconds)
  const output: Buffer[] = []
  for (const stream of [turbo.stdout, turbo.stderr]) stream.on('data', (data: Buffer) => output.push(data))
  const stopBuilding = () => turbo.kill()
  signal.addEventListener('abort', stopBuilding)
  const [code] = await once(turbo, 'close')
  clearTimeout(speak)
  signal.removeEventListener('abort', stopBuilding)
  if (signal.aborted || code === 0) return
  process.stderr.write(Buffer.concat(output))
  throw new Stop('The build failed: see the lines above')
}
