import process from 'node:process'
import { afterEach, expect, test, vi } from 'vitest'
import { type AppProcess, keepRunning } from './app-process.ts'
import { freePorts } from './ports.ts'

let app: AppProcess | undefined
const lines: string[] = []
afterEach(async () => {
  await app?.stop(0)
  lines.length = 0
})

/** A program that serves its port and runs the code besides. */
async function run(code = ''): Promise<AppProcess> {
  const [port = 0] = await freePorts(1)
  const program = `
    require('node:http').createServer((_, response) => response.end('hello')).listen(${port}, '127.0.0.1')
    ${code}`
  app = keepRunning(
    { name: 'app', command: process.execPath, args: ['-e', program], environment: {}, port },
    (line) => lines.push(line),
  )
  return app
}

test('an app is running when it answers', async () => {
  const started = await run()
  expect(started.state).toBe('starting')
  expect(await started.whenRunning(10_000)).toBe(true)
  expect(await (await fetch(`http://127.0.0.1:${started.app.port}`)).text()).toBe('hello')
})

test('an app that is killed is started again', async () => {
  const started = await run()
  await started.whenRunning(10_000)
  const { pid } = started
  process.kill(Number(pid), 'SIGKILL')
  await vi.waitUntil(() => started.state === 'restarting', { timeout: 5000 })
  expect(await started.whenRunning(10_000)).toBe(true)
  expect(started.pid).not.toBe(pid)
  expect(lines).toContain('ended (SIGKILL); starting again in 200 ms')
})

test('an app that keeps crashing is started at longer and longer intervals', async () => {
  const started = await run('process.exit(3)')
  await vi.waitUntil(() => lines.length >= 3, { timeout: 10_000 })
  expect(lines.slice(0, 3)).toEqual([
    'ended (exit code 3); starting again in 200 ms',
    'ended (exit code 3); starting again in 400 ms',
    'ended (exit code 3); starting again in 800 ms',
  ])
  expect(await started.whenRunning(1)).toBe(false)
})

test('an app that does not listen to SIGTERM is ended after its time', async () => {
  const started = await run(`process.on('SIGTERM', () => console.log('not yet'))`)
  await started.whenRunning(10_000)
  await started.stop(100)
  expect(lines).toContain('not yet')
  expect(() => process.kill(Number(started.pid), 0)).toThrow('ESRCH')
})
