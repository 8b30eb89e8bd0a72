import process from 'node:process'
import { measureStartUp } from './start-up.ts'

process.exitCode = (await measureStartUp()) ? 0 : 1
