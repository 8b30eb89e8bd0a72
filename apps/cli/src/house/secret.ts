import { randomBytes } from 'node:crypto'
import { access, link, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Stop } from '../stop.ts'

export const secretFile = (dataDir: string) => join(dataDir, 'secret')

/**
 * The master secret of an embedded house: made once, kept in a file that only its owner reads.
 * Processes that start together agree on one. A database whose secret is gone is refused: its codes could not be read.
 */
export async function readOrMakeSecret(dataDir: string, databaseFile: string | null): Promise<string> {
  const kept = await readSecret(dataDir)
  if (kept) return kept
  if (databaseFile && (await exists(databaseFile))) {
    throw new Stop(
      `USHER_SECRET is missing: ${databaseFile} was made with one. Restore ${secretFile(dataDir)} from your backup, or give USHER_SECRET`,
    )
  }
  const draft = join(dataDir, `secret.${process.pid}.${randomBytes(4).toString('hex')}`)
  await writeFile(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 })
  // A link appears whole or not at all, and never replaces: the first process wins.
  await link(draft, secretFile(dataDir)).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await rm(draft)
  const made = await readSecret(dataDir)
  if (!made) throw new Stop(`The secret in ${secretFile(dataDir)} is empty: restore it from your backup`)
  return made
}

async function readSecret(dataDir: string): Promise<string | null> {
  try {
    const secret = (await readFile(secretFile(dataDir), 'utf8')).trim()
    if (secret.length < 32)
      throw new Stop(`The secret in ${secretFile(dataDir)} is too short: restore it from your backup`)
    return secret
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )
