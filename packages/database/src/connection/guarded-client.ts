import type { Client, InArgs, InStatement, ResultSet, TransactionMode } from '@libsql/client'
import { DatabaseUnavailableError, isBusy, isUnavailable } from './errors.ts'

/** What of a libSQL client this house uses. No interactive transactions: they freeze the event loop on a file. */
export type GuardedClient = Pick<Client, 'protocol' | 'close' | 'closed'> & {
  execute(statement: InStatement | string, args?: InArgs): Promise<ResultSet>
  batch(statements: InStatement[], mode?: TransactionMode): Promise<ResultSet[]>
}

/** What is needed of a client to guard it. */
export type SharedClient = Pick<Client, 'protocol' | 'close' | 'closed' | 'execute' | 'batch' | 'reconnect'>

const attemptsWhenBusy = 6

/**
 * Makes a client safe to share.
 *
 * On a file, one call runs at a time, and a call that meets SQLITE_BUSY is retried on a fresh connection: the driver
 * never resets the failed statement, so the old connection's next write would resolve and be lost
 * (tursodatabase/libsql-client-ts#352). Over HTTP calls run side by side.
 *
 * @throws DatabaseUnavailableError when the database cannot be reached, is full, read-only or stays busy
 */
export function guardClient(client: SharedClient): GuardedClient {
  const isFile = client.protocol === 'file'
  const oneAtATime = isFile ? createMutex() : <T>(run: () => Promise<T>) => run()

  const guarded = <T>(call: () => Promise<T>): Promise<T> =>
    oneAtATime(async () => {
      for (let attempt = 1; ; attempt++) {
        try {
          return await call()
        } catch (error) {
          if (isFile && isBusy(error)) {
            await client.reconnect()
            if (attempt < attemptsWhenBusy) {
              await pause(2 ** attempt * (5 + Math.random() * 10))
              continue
            }
          }
          if (isUnavailable(error)) {
            throw new DatabaseUnavailableError('The database cannot be reached or cannot write', {
              cause: error,
            })
          }
          throw error
        }
      }
    })

  return {
    protocol: client.protocol,
    get closed() {
      return client.closed
    },
    close: () => client.close(),
    execute: (statement, args) =>
      guarded(() =>
        typeof statement === 'string' ? client.execute(statement, args) : client.execute(statement),
      ),
    batch: (statements, mode) => guarded(() => client.batch(statements, mode)),
  }
}

function createMutex() {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(run: () => Promise<T>): Promise<T> => {
    const result = last.then(run)
    last = result.catch(() => undefined)
    return result
  }
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))
