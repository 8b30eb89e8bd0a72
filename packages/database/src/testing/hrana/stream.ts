import { DatabaseSync } from 'node:sqlite'
import {
  type BatchResult,
  type Condition,
  fromSqlite,
  type ServerError,
  type Statement,
  type StatementResult,
  type StreamRequest,
  toSqlite,
} from './protocol.ts'

/** How long a statement waits for another stream's or process's write. */
const busyPatienceMilliseconds = 5000

/** One Hrana stream: one SQLite connection with the SQL texts stored on it. */
export class Stream {
  readonly #connection: DatabaseSync
  readonly #stored = new Map<number, string>()

  constructor(file: string) {
    this.#connection = new DatabaseSync(file, { timeout: 0, enableForeignKeyConstraints: true })
  }

  close() {
    this.#connection.close()
  }

  /** @throws ServerFailure as SQLite says it */
  async answer(request: StreamRequest): Promise<Record<string, unknown>> {
    switch (request.type) {
      case 'close':
        return { type: 'close' }
      case 'get_autocommit':
        return { type: 'get_autocommit', is_autocommit: !this.#connection.isTransaction }
      case 'execute':
        return { type: 'execute', result: await this.#execute(request.stmt) }
      case 'batch':
        return { type: 'batch', result: await this.#batch(request.batch.steps) }
      case 'sequence': {
        const sql = this.#sqlOf(request)
        await patiently(() => this.#connection.exec(sql))
        return { type: 'sequence' }
      }
      case 'describe':
        return { type: 'describe', result: this.#describe(this.#sqlOf(request)) }
      case 'store_sql':
        this.#stored.set(request.sql_id, request.sql)
        return { type: 'store_sql' }
      case 'close_sql':
        this.#stored.delete(request.sql_id)
        return { type: 'close_sql' }
    }
  }

  #sqlOf(source: { sql?: string; sql_id?: number }): string {
    const sql = source.sql ?? this.#stored.get(source.sql_id ?? -1)
    if (sql === undefined) throw new ServerFailure({ code: 'SQL_STORE', message: 'SQL text is not stored' })
    return sql
  }

  #describe(sql: string) {
    const columns = prepare(this.#connection, sql).columns()
    return {
      params: [],
      cols: columns.map((column) => ({ name: column.name, decltype: column.type })),
      is_explain: /^\s*explain/i.test(sql),
      is_readonly: /^\s*(select|with|explain|values)/i.test(sql),
    }
  }

  async #batch(steps: { condition?: Condition; stmt: Statement }[]): Promise<BatchResult> {
    const result: BatchResult = { step_results: [], step_errors: [] }
    for (const step of steps) {
      const applies = !step.condition || this.#holds(step.condition, result)
      const outcome = applies ? await this.#tryExecute(step.stmt) : {}
      result.step_results.push(outcome.result ?? null)
      result.step_errors.push(outcome.error ?? null)
    }
    return result
  }

  #holds(condition: Condition, so: BatchResult): boolean {
    switch (condition.type) {
      case 'ok':
        return so.step_results[condition.step] != null
      case 'error':
        return so.step_errors[condition.step] != null
      case 'not':
        return !this.#holds(condition.cond, so)
      case 'and':
        return condition.conds.every((part) => this.#holds(part, so))
      case 'or':
        return condition.conds.some((part) => this.#holds(part, so))
      case 'is_autocommit':
        return !this.#connection.isTransaction
    }
  }

  async #tryExecute(statement: Statement): Promise<{ result?: StatementResult; error?: ServerError }> {
    try {
      return { result: await this.#execute(statement) }
    } catch (error) {
      if (error instanceof ServerFailure) return { error: error.answer }
      throw error
    }
  }

  async #execute(statement: Statement): Promise<StatementResult> {
    const prepared = prepare(this.#connection, this.#sqlOf(statement))
    prepared.setReadBigInts(true)
    prepared.setReturnArrays(true)
    const args = (statement.args ?? []).map(toSqlite)
    const named = Object.fromEntries(
      (statement.named_args ?? []).map(({ name, value }) => [name, toSqlite(value)]),
    )
    const columns = prepared.columns()
    const isNamed = (statement.named_args ?? []).length > 0
    if (columns.length === 0) {
      const done = await patiently(() => (isNamed ? prepared.run(named, ...args) : prepared.run(...args)))
      return {
        cols: [],
        rows: [],
        affected_row_count: Number(done.changes),
        last_insert_rowid: String(done.lastInsertRowid),
      }
    }
    const rows = (await patiently(() =>
      isNamed ? prepared.all(named, ...args) : prepared.all(...args),
    )) as unknown as unknown[][]
    return {
      cols: columns.map((column) => ({ name: column.name, decltype: column.type })),
      rows: statement.want_rows === false ? [] : rows.map((row) => row.map(fromSqlite)),
      affected_row_count: 0,
      last_insert_rowid: null,
    }
  }
}

/** What SQLite refused, as the server answers it. */
export class ServerFailure extends Error {
  readonly answer: ServerError
  constructor(answer: ServerError) {
    super(answer.message)
    this.answer = answer
  }
}

const codes: Record<number, string> = {
  5: 'SQLITE_BUSY',
  6: 'SQLITE_LOCKED',
  8: 'SQLITE_READONLY',
  10: 'SQLITE_IOERR',
  13: 'SQLITE_FULL',
  19: 'SQLITE_CONSTRAINT',
}

function toFailure(error: unknown): ServerFailure {
  const { errcode = 1, message } = error as { errcode?: number; message: string }
  return new ServerFailure({
    code: codes[errcode & 255] ?? 'SQLITE_ERROR',
    message: `SQLite error: ${message}`,
  })
}

function prepare(connection: DatabaseSync, sql: string) {
  try {
    return connection.prepare(sql)
  } catch (error) {
    throw toFailure(error)
  }
}

/** Waits for locks without blocking the server: another stream of this very process may hold them. */
async function patiently<T>(run: () => T): Promise<T> {
  const deadline = Date.now() + busyPatienceMilliseconds
  for (;;) {
    try {
      return run()
    } catch (error) {
      const failure = toFailure(error)
      if (failure.answer.code !== 'SQLITE_BUSY' || Date.now() > deadline) throw failure
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
  }
}
