import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import { denoBinary } from './apps.ts'

const root = fileURLToPath(new URL('../../../../', import.meta.url))
const preload = fileURLToPath(new URL('./leave-with-parent.ts', import.meta.url))
const server = `
  import { createServer } from 'node:http'
  createServer().listen(0, '127.0.0.1', () => console.log('up'))
`

let app: ChildProcess | undefined
afterEach(() => app?.kill('SIGKILL'))

test.each([
  ['Node', process.execPath, ['--import', preload, '--input-type=module', '-e', server]],
  ['Deno', denoBinary(root), ['run', '--no-config', '--allow-net', `--preload=${preload}`, '-']],
])('a server under %s ends by itself when its supervisor is gone', async (runtime, command, args) => {
  if (runtime === 'Deno') args.splice(-1, 1, `data:text/javascript,${encodeURIComponent(server)}`)
  const started = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  app = started
  await once(started.stdout, 'data')
  // What the operating system does to this end of the pipe when its process is killed.
  started.stdin.destroy()
  await once(started, 'close')
  expect(started.exitCode ?? started.signalCode).toSatisfy((end) => end === 0 || end === 'SIGTERM')
})
