import process from 'node:process'
import { EnvironmentError } from '@usher/domain'
import { openHouse } from './deps.ts'
import { configureLog, log } from './log.ts'
import { startWorker } from './worker.ts'

/** What is in hand gets so long to end; a mail that is cut off then is looked up before it is sent again. */
const graceMilliseconds = 2000

await configureLog()
try {
  const house = await openHouse()
  const worker = startWorker(house)
  log.info('worker started; mails go by {transport}', { transport: house.mailer.transport })
  void house.mailer.check().then((findings) => {
    for (const { state, detail } of findings) if (state !== 'ok') log.warn('{detail}', { detail })
  })

  const stop = () => {
    for (const name of ['SIGTERM', 'SIGINT'] as const) process.off(name, stop)
    setTimeout(() => process.exit(0), graceMilliseconds).unref()
    void worker.stop().then(() => {
      house.close()
      log.info('worker stopped')
      process.exit(0)
    })
  }
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.on(name, stop)
} catch (error) {
  if (!(error instanceof EnvironmentError)) throw error
  log.error(error.message)
  process.exitCode = 1
}
