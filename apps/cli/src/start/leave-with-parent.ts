/**
 * Loaded into every app before its own code: when the supervisor is gone, however it went, the app goes too.
 * The supervisor holds the other end of standard input; the operating system closes it at its death.
 */
import process from 'node:process'

// Deno runs the app only when nothing of a preload is pending; watching begins after that.
setTimeout(watch, 50).unref()

function watch() {
  process.stdin.on('end', leave).on('error', leave).resume()
  // Watching is no reason to stay.
  if ('unref' in process.stdin && typeof process.stdin.unref === 'function') process.stdin.unref()
}

function leave() {
  // Deno wants a permission for signals, its own process included; what was acknowledged is in the database.
  if ('Deno' in globalThis) process.exit(0)
  process.kill(process.pid, 'SIGTERM')
  setTimeout(() => process.exit(1), 3000).unref()
}
