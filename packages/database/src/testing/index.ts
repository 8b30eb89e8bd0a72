export { type HranaServer, startHranaServer } from './hrana/server.ts'
export { startHranaProcess } from './hrana/start-process.ts'
export { createTemporaryDatabase } from './temporary-database.ts'
