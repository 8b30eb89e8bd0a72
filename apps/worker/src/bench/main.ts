import process from 'node:process'
import { configureLog } from '../log.ts'
import { measureSending } from './sending.ts'

await configureLog('error')
process.exitCode = (await measureSending()) ? 0 : 1
