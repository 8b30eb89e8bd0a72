import { type FSWatcher, watch } from 'node:fs'
import { basename, dirname } from 'node:path'

/** Commits that come together are one reason to look. */
const debounceMilliseconds = 10

/**
 * Calls back soon after anybody committed to an embedded database: its write-ahead log grew. The folder is watched, since
 * the log comes and goes. Where files cannot be watched nothing is called, and the clock has to do.
 * @returns what ends it
 */
export function watchDatabase(databaseFile: string, onCommit: () => void): () => void {
  const walName = `${basename(databaseFile)}-wal`
  let timer: NodeJS.Timeout | undefined
  let watcher: FSWatcher | undefined
  try {
    watcher = watch(dirname(databaseFile), (_event, file) => {
      if (file !== walName || timer) return
      timer = setTimeout(() => {
        timer = undefined
        onCommit()
      }, debounceMilliseconds)
    })
    watcher.on('error', () => watcher?.close())
  } catch {
    // No watching here: network drives, or no handles left.
  }
  return () => {
    clearTimeout(timer)
    watcher?.close()
  }
}
