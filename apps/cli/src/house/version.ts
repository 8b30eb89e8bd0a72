import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** This release, as the root's package.json names it. */
export async function readVersion(root: string): Promise<string> {
  const manifest: { version: string } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  return manifest.version
}
