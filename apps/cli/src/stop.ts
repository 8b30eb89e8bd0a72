import type { Refused } from '@usher/domain'

/** Ends the command with one line for a person: what is wrong and what to do. Exit code 1 says "refused", 2 "wrong usage". */
export class Stop extends Error {
  override name = 'Stop'
  readonly exitCode: 1 | 2
  /** What a program reads of it under `--json`. */
  readonly details: Record<string, unknown>

  constructor(message: string, exitCode: 1 | 2 = 1, details: Record<string, unknown> = {}) {
    super(message)
    this.exitCode = exitCode
    this.details = { code: exitCode === 2 ? 'usage' : 'refused', detail: message, ...details }
  }
}

/** A refusal of a service, in the words it came with. */
export function stopOver({ refusal, detail, errors = [] }: Refused<string>): Stop {
  const fields = errors.map(({ path, message }) => `  ${path}: ${message}`)
  return new Stop([detail ?? refusal, ...fields].join('\n'), 1, { code: refusal, detail, errors })
}
