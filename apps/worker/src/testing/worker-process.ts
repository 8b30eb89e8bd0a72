/** A worker as a process of its own, with a short lease and a short wait before it believes the provider's search. */
import process from 'node:process'
import { openHouse } from '../deps.ts'
import { configureLog } from '../log.ts'
import { startWorker } from '../worker.ts'

await configureLog()
const house = await openHouse()
const settlingMilliseconds = Number(process.env['TEST_SETTLING_MILLISECONDS'])
startWorker(
  { ...house, mailer: { ...house.mailer, settlingMilliseconds } },
  {
    leaseMilliseconds: Number(process.env['TEST_LEASE_MILLISECONDS']),
    batchSize: Number(process.env['TEST_BATCH_SIZE']),
    fallbackMilliseconds: 100,
    firstPauseMilliseconds: 100,
    longestPauseMilliseconds: 500,
  },
)
