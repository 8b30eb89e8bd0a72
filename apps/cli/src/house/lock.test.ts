import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { holdDataDirectory, readHolder } from './lock.ts'

const me = { pid: process.pid, origin: 'http://localhost:4510' }
let dataDir: string
beforeEach(async () => (dataDir = await mkdtemp(join(tmpdir(), 'usher-lock-'))))
afterEach(() => rm(dataDir, { recursive: true }))

test('a data directory has one holder at a time, and the second is told who and what to do', () => {
  const lock = holdDataDirectory(dataDir, me)
  expect(() => holdDataDirectory(dataDir, me)).toThrow(
    `Usher is already running on ${dataDir} at http://localhost:4510 (process ${process.pid}): stop it first, or give another USHER_DATA_DIR`,
  )
  lock.release()
  expect(readHolder(dataDir)).toBeNull()
  holdDataDirectory(dataDir, me).release()
})

test('the lock of a process that was killed holds nobody up', async () => {
  const lockModule = fileURLToPath(new URL('./lock.ts', import.meta.url))
  const holder = spawn(process.execPath, [
    '--input-type=module',
    '-e',
    `import { holdDataDirectory } from ${JSON.stringify(lockModule)}
     holdDataDirectory(${JSON.stringify(dataDir)}, { pid: process.pid, origin: 'http://localhost:1' })
     console.log('held'); setInterval(() => {}, 1000)`,
  ])
  await once(holder.stdout, 'data')
  expect(() => holdDataDirectory(dataDir, me)).toThrow(`(process ${holder.pid})`)

  holder.kill('SIGKILL')
  await once(holder, 'close')
  holdDataDirectory(dataDir, me).release()
})
