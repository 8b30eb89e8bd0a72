/**
 * Loaded into every app before its own code: when the supervisor is gone, however it went, the app goes too.
 * A process whose parent died gets another one.
 */
import process from 'node:process'

const checkMilliseconds = 300
const supervisor = Number(process.env['USHER_SUPERVISOR'])

// Watching is no reason to stay.
setInterval(() => process.ppid !== supervisor && leave(), checkMilliseconds).unref()

// Nobody listens any more to what is said on the way out: no reason to stumble over it.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)

function leave() {
  // Deno wants a permission for signals, its own process included; what was acknowledged is in the database.
  if ('Deno' in globalThis) process.exit(0)
  process.kill(process.pid, 'SIGTERM')
  setTimeout(() => process.exit(1), 3000).unref()
}
