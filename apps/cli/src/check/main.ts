import process from 'node:process'
import { Stop } from '../stop.ts'
import { checkEverything } from './check-everything.ts'

try {
  process.exitCode = (await checkEverything()) ? 0 : 1
} catch (error) {
  if (!(error instanceof Stop)) throw error
  console.error(error.message)
  process.exitCode = error.exitCode
}
