import { access, constants, mkdir } from 'node:fs/promises'
import { Stop } from '../stop.ts'

/** Creates the data directory where it is missing: for its owner alone. */
export async function prepareDataDirectory(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 })
    await access(path, constants.W_OK)
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
    throw new Stop(`USHER_DATA_DIR is "${path}": it cannot be created or written${reason}`)
  }
}
