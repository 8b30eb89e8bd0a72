import { ExpressionError } from './expression.ts'
import type { ValueType } from './expression-types.ts'

/** A value in a run. Dates are milliseconds since 1970 inside `Date`. */
export type Value = string | number | boolean | Date | readonly string[] | null

export type WorkflowFunction = {
  takes: readonly (readonly ValueType[] | 'any')[]
  gives: ValueType | 'same'
  example: string
  run(args: readonly Value[], now: Date): Value
}

const text = ['text'] as const
const date = ['date'] as const
const number = ['number'] as const
const dayMilliseconds = 24 * 60 * 60 * 1000
const longestText = 10_000

/** Everything an expression can call. None of it repeats, reaches outside or makes a text longer than 10,000 characters. */
export const functions: ReadonlyMap<string, WorkflowFunction> = new Map(
  Object.entries<WorkflowFunction>({
    lower: onText('lower(contact.email)', (given) => given.toLowerCase()),
    upper: onText('upper(contact.lastName)', (given) => given.toUpperCase()),
    trim: onText('trim(contact.firstName)', (given) => given.trim()),
    emailDomain: onText('emailDomain(contact.email)', (given) => given.slice(given.lastIndexOf('@') + 1)),
    length: {
      takes: [['text', 'list']],
      gives: 'number',
      example: 'length(contact.tags) > 0',
      run: ([given]) => (typeof given === 'string' || Array.isArray(given) ? given.length : 0),
    },
    isEmpty: {
      takes: ['any'],
      gives: 'boolean',
      example: 'isEmpty(contact.accountName)',
      run: ([given]) =>
        given === null || given === undefined || given === '' || (Array.isArray(given) && !given.length),
    },
    startsWith: onTexts('startsWith(contact.email, "info@")', (given, part) => given.startsWith(part)),
    endsWith: onTexts('endsWith(contact.email, "@contoso.com")', (given, part) => given.endsWith(part)),
    join: {
      takes: [['list'], text],
      gives: 'text',
      example: 'join(invitation.webRoles, ", ")',
      run: ([list, between]) =>
        Array.isArray(list)
          ? list.join(typeof between === 'string' ? between : ', ').slice(0, longestText)
          : null,
    },
    first: {
      takes: [['list']],
      gives: 'text',
      example: 'first(invitation.webRoles)',
      run: ([list]) => (Array.isArray(list) ? (list[0] ?? null) : null),
    },
    coalesce: {
      takes: ['any', 'any'],
      gives: 'same',
      example: 'coalesce(contact.firstName, "friend")',
      run: ([given, otherwise]) => (given === null || given === '' ? (otherwise ?? null) : (given ?? null)),
    },
    now: { takes: [], gives: 'date', example: 'now()', run: (_, at) => at },
    date: {
      takes: [text],
      gives: 'date',
      example: 'date("2027-01-31")',
      run: ([given]) => (typeof given === 'string' ? readDate(given) : null),
    },
    addDays: adding('addDays(invitation.expiresAt, 2)', dayMilliseconds),
    addHours: adding('addHours(now(), 12)', dayMilliseconds / 24),
    addMinutes: adding('addMinutes(now(), 30)', dayMilliseconds / 24 / 60),
    daysBetween: {
      takes: [date, date],
      gives: 'number',
      example: 'daysBetween(now(), invitation.expiresAt) < 3',
      run: ([from, to]) =>
        from instanceof Date && to instanceof Date
          ? Math.floor((to.getTime() - from.getTime()) / dayMilliseconds)
          : null,
    },
  }),
)

/** An ISO 8601 date or instant; a date alone is its beginning in UTC. @throws ExpressionError */
export function readDate(given: string): Date {
  const read = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d))?$/.test(given.trim())
    ? new Date(given.trim())
    : null
  if (!read || Number.isNaN(read.getTime())) {
    throw new ExpressionError(
      `"${given.slice(0, 40)}" is no date. Write it as 2027-01-31 or 2027-01-31T09:00:00Z.`,
    )
  }
  return read
}

function onText(example: string, run: (given: string) => string): WorkflowFunction {
  return {
    takes: [text],
    gives: 'text',
    example,
    run: ([given]) => (typeof given === 'string' ? run(given).slice(0, longestText) : null),
  }
}

function onTexts(example: string, run: (given: string, part: string) => boolean): WorkflowFunction {
  return {
    takes: [text, text],
    gives: 'boolean',
    example,
    run: ([given, part]) => typeof given === 'string' && typeof part === 'string' && run(given, part),
  }
}

function adding(example: string, milliseconds: number): WorkflowFunction {
  return {
    takes: [date, number],
    gives: 'date',
    example,
    run: ([from, count]) => {
      if (!(from instanceof Date) || typeof count !== 'number') return null
      const moved = new Date(from.getTime() + count * milliseconds)
      return Number.isNaN(moved.getTime()) ? null : moved
    },
  }
}
