import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import process from 'node:process'
import { Stop } from '../stop.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * A Chromium for the browser tests: the machine's own, or Debian's, installed here when this user may.
 * @returns its path
 * @throws Stop with the one line that says what to install
 */
export async function ensureChromium(): Promise<string> {
  const found = process.env['USHER_CHROMIUM'] ?? findProgram(names)
  if (found) return found
  if (process.getuid?.() === 0 && findProgram(['apt-get'])) {
    console.log('Installing Chromium for the browser tests …')
    aptGet('update', '-qq')
    aptGet('install', '-y', '-qq', '--no-install-recommends', 'chromium')
    const installed = findProgram(names)
    if (installed) return installed
  }
  throw new Stop(
    'The browser tests need Chromium: install it (Debian: `sudo apt-get install -y chromium`) or name it in USHER_CHROMIUM',
  )
}

function aptGet(...args: string[]) {
  spawnSync('apt-get', args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
}

function findProgram(candidates: readonly string[]): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean)
  const paths = candidates.flatMap((name) => folders.map((folder) => join(folder, name)))
  return paths.find(isExecutable) ?? null
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
