import { LibsqlError } from '@libsql/client/web'

/** The database cannot be reached or cannot write: try again later. Nothing of the batch was kept, or it is unknown. */
export class DatabaseUnavailableError extends Error {
  override name = 'DatabaseUnavailableError'
}

const unavailableCodes =
  /^SQLITE_(BUSY|LOCKED|FULL|READONLY|IOERR|CANTOPEN|NOMEM)|^(SERVER_ERROR|HRANA_|CLIENT_CLOSED|WEBSOCKET)/

/** The error itself, or what it was caused by, as the driver threw it. */
function driverError(error: unknown): LibsqlError | null {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if (at instanceof LibsqlError || (at.name === 'LibsqlError' && 'code' in at) || isBatchError(at))
      return at as LibsqlError
  }
  return null
}

const isBatchError = (error: Error) => error.name === 'LibsqlBatchError'

export const isBusy = (error: unknown): boolean => /^SQLITE_(BUSY|LOCKED)/.test(codeOf(error))

export const isUnavailable = (error: unknown): boolean =>
  error instanceof DatabaseUnavailableError ||
  unavailableCodes.test(codeOf(error)) ||
  (error instanceof TypeError && /fetch|network|connect/i.test(error.message)) ||
  (error instanceof DOMException && error.name === 'TimeoutError')

/** A unique index said no: somebody else was first. */
export const isUniqueViolation = (error: unknown): boolean =>
  /UNIQUE constraint failed|SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)/.test(
    `${codeOf(error)} ${messageOf(error)}`,
  )

/** Something still refers to the row that was to go. */
export const isForeignKeyViolation = (error: unknown): boolean =>
  /FOREIGN KEY constraint failed|SQLITE_CONSTRAINT_FOREIGNKEY/.test(`${codeOf(error)} ${messageOf(error)}`)

/** Which statement of a batch failed, or null. */
export function failedStatementIndex(error: unknown): number | null {
  const found = driverError(error)
  return found && 'statementIndex' in found && typeof found.statementIndex === 'number'
    ? found.statementIndex
    : null
}

export const isMalformedJson = (error: unknown): boolean => /malformed JSON/i.test(messageOf(error))

function codeOf(error: unknown): string {
  const found = driverError(error)
  return found ? `${found.extendedCode ?? found.code}` : ''
}

const messageOf = (error: unknown) => driverError(error)?.message ?? ''
