import { integer, text } from 'drizzle-orm/sqlite-core'

/** A UUIDv7, made by the caller. */
export const id = () => text().primaryKey()

/** An instant in UTC, stored as milliseconds since 1970. */
export const instant = () => integer({ mode: 'timestamp_ms' })

export const createdAt = () => instant().notNull()
export const updatedAt = () => instant().notNull()

export const flag = () => integer({ mode: 'boolean' })

/** A JSON document; the type is what the writer promises. */
export const json = <T>() => text({ mode: 'json' }).$type<T>()
