export { type Database, openDatabase, type Written } from './connection/database.ts'
export {
  DatabaseUnavailableError,
  isForeignKeyViolation,
  isUnavailable,
  isUniqueViolation,
} from './connection/errors.ts'
export { type Guard, guard, type Statement } from './connection/statement.ts'
export * as schema from './schema/index.ts'
