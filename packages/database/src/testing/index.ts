export { type HranaServer, startHranaServer } from './hrana/server.ts'
export { createTemporaryDatabase } from './temporary-database.ts'
