import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Stop } from '../stop.ts'

export type Holder = { pid: number; origin: string }

/**
 * Makes this process the only one that serves from the data directory, until it ends.
 *
 * The lock is the operating system's, taken through SQLite: it goes with its process however that ends, so a lock left
 * by a dead process holds nobody up and a reused process id fools nobody. `start.json` beside it only tells people who.
 */
export function holdDataDirectory(dataDir: string, holder: Holder): { release(): void } {
  const lock = new DatabaseSync(join(dataDir, 'start.lock'))
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (!isBusy(error)) throw error
    const other = readHolder(dataDir)
    const who = other ? ` at ${other.origin} (process ${other.pid})` : ''
    throw new Stop(
      `Usher is already running on ${dataDir}${who}: stop it first, or give another USHER_DATA_DIR`,
    )
  }
  const noteFile = join(dataDir, 'start.json')
  writeFileSync(noteFile, `${JSON.stringify(holder)}\n`)
  return {
    release() {
      rmSync(noteFile, { force: true })
      lock.close()
    },
  }
}

/** Who said last that they serve from here; may be gone. */
export function readHolder(dataDir: string): Holder | null {
  try {
    const note: unknown = JSON.parse(readFileSync(join(dataDir, 'start.json'), 'utf8'))
    if (note && typeof note === 'object' && 'pid' in note && 'origin' in note) {
      return { pid: Number(note.pid), origin: String(note.origin) }
    }
  } catch {
    // Nobody, or a note that was cut off: the lock decides, not the note.
  }
  return null
}

const sqliteBusy = 5
const isBusy = (error: unknown) =>
  error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy
