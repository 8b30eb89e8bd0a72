import process from 'node:process'
import { soakSending } from './sending.ts'

process.exitCode = (await soakSending()) ? 0 : 1
