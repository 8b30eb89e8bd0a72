import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import process from 'node:process'

/**
 * The processes of the package manager that this one runs under (`npx` → `pnpm` → a shell), nearest first; none when it
 * was started by hand. `npx` ends on SIGTERM and `pnpm` lives on without telling anybody, so each of them is watched.
 */
export function packageManagerProcesses(): number[] {
  if (!process.env['npm_lifecycle_event']) return []
  // The nearest is the shell that runs the script; those above it say what they are.
  const found = [process.ppid]
  let next = describeProcess(process.ppid)?.parent
  while (next && next > 1) {
    const described = describeProcess(next)
    if (!described || !/\b(p?npm|npx|corepack)\b/.test(described.command)) break
    found.push(next)
    next = described.parent
  }
  return found
}

/** Whether a process is there. */
export function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

type Described = { parent: number; command: string }

const describeProcess = (pid: number): Described | null => describeByProc(pid) ?? describeByPs(pid)

function describeByProc(pid: number): Described | null {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    const parent = /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return { parent: Number(parent), command }
  } catch {
    return null
  }
}

function describeByPs(pid: number): Described | null {
  const { stdout } = spawnSync('ps', ['-o', 'ppid=,args=', '-p', String(pid)], { encoding: 'utf8' })
  const [, parent, command = ''] = /^\s*(\d+)\s+(.*)$/m.exec(stdout ?? '') ?? []
  return parent ? { parent: Number(parent), command } : null
}
