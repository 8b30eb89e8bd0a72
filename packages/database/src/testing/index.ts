export { createTemporaryDatabase } from './temporary-database.ts'
