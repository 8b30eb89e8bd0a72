import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readOrMakeSecret, secretFile } from './secret.ts'

let dataDir: string
beforeEach(async () => (dataDir = await mkdtemp(join(tmpdir(), 'usher-secret-'))))
afterEach(() => rm(dataDir, { recursive: true }))

test('many processes that start together agree on one secret, readable by its owner alone', async () => {
  const secrets = await Promise.all(Array.from({ length: 20 }, () => readOrMakeSecret(dataDir, null)))
  expect(new Set(secrets).size).toBe(1)
  expect((await readFile(secretFile(dataDir), 'utf8')).trim()).toBe(secrets[0])
  expect((await stat(secretFile(dataDir))).mode & 0o777).toBe(0o600)
  expect(secrets[0]?.length).toBeGreaterThanOrEqual(32)
})

test('a database whose secret is gone gets no new one', async () => {
  const databaseFile = join(dataDir, 'usher.db')
  await writeFile(databaseFile, '')
  await expect(readOrMakeSecret(dataDir, databaseFile)).rejects.toThrow(/^USHER_SECRET is missing.*Restore/)
})

test('a secret that was cut off is not used', async () => {
  await writeFile(secretFile(dataDir), 'short\n')
  await expect(readOrMakeSecret(dataDir, null)).rejects.toThrow(/too short/)
})
