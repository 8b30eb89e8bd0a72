/** libSQL over HTTP as a process of its own: `node process.ts <database file>` writes its address as one line. */
import { startHranaServer } from './server.ts'

const server = await startHranaServer(process.argv[2] ?? '')
process.stdout.write(`${server.url}\n`)
process.once('SIGTERM', () => void server.close())
