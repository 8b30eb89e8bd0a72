import { sql } from 'drizzle-orm'
import { contacts } from '../schema/index.ts'

/** The same words as the domain's `fullName`. */
export const contactName = sql<string>`coalesce(nullif(trim(coalesce(${contacts.firstName}, '') || ' ' || coalesce(${contacts.lastName}, '')), ''), ${contacts.email}, 'Unnamed contact')`
