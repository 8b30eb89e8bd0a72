import { type Client, createClient } from '@libsql/client'
import { ConnectionPool, Sqlite3Client } from '@libsql/client/sqlite3'

type Connection = ReturnType<ConnectionPool['acquireSync']>
type Statement = ReturnType<Connection['prepare']>

/** More than a process of ours uses again and again; lists with their filters make new ones. */
const keptAtMost = 200

/**
 * A client of a database file that keeps its statements prepared: preparing is the greater part of what a short one
 * costs. One connection; a statement that failed is prepared anew, because the driver never resets it.
 * @param options.timeoutMilliseconds how long a write waits for another process's write
 * @throws LibsqlError when the file cannot be opened
 */
export function createFileClient(url: string, options: { timeoutMilliseconds: number }): Client {
  const timeout = options.timeoutMilliseconds
  // Says what is wrong with the address or the file, in its own words.
  createClient({ url, timeout, concurrency: 1 }).close()
  return new Sqlite3Client(new KeepingPool(pathOf(url), { timeout }, 1), 'number')
}

const pathOf = (url: string) =>
  decodeURIComponent(url.replace(/^file:(\/\/(localhost)?(?=\/))?/, '').replace(/[?#].*$/, ''))

class KeepingPool extends ConnectionPool {
  readonly #keeping = new WeakSet<Connection>()

  override acquireSync(forTransaction?: boolean): Connection {
    const connection = super.acquireSync(forTransaction)
    if (this.#keeping.has(connection)) return connection
    this.#keeping.add(connection)
    return keepStatements(connection)
  }
}

/** What `*` stands for in an answer changes with a migration: such a statement is not kept. */
const answersWithStar =
  /^\s*select\s+([\w"`]+\.)?\*|^\s*with\b[\s\S]*\)\s*select\s+([\w"`]+\.)?\*|\breturning\s+\*/i

function keepStatements(connection: Connection): Connection {
  const kept = new Map<string, Statement>()
  const prepare = connection.prepare.bind(connection)
  connection.prepare = ((sql: string) => {
    const known = kept.get(sql)
    if (known) return known
    const statement = prepare(sql)
    forgetWhenItFails(statement, () => kept.delete(sql))
    if (answersWithStar.test(sql)) return statement
    rememberColumns(statement)
    kept.set(sql, statement)
    const [oldest] = kept.keys()
    if (kept.size > keptAtMost && oldest !== undefined) kept.delete(oldest)
    return statement
  }) as Connection['prepare']
  return connection
}

function forgetWhenItFails(statement: Statement, forget: () => void): void {
  for (const name of ['all', 'run', 'get'] as const) {
    const act = statement[name].bind(statement) as (...args: unknown[]) => unknown
    Object.assign(statement, {
      [name]: (...args: unknown[]) => {
        try {
          return act(...args)
        } catch (error) {
          forget()
          throw error
        }
      },
    })
  }
}

function rememberColumns(statement: Statement): void {
  const ask = statement.columns.bind(statement)
  let columns: ReturnType<Statement['columns']> | undefined
  statement.columns = () => (columns ??= ask())
}
