import { emailAddressOrNull, idField, lineOrNull, localeOrNull, orNull, timeZoneOrNull } from '../fields.ts'

/** The attributes of a contact. A contact without a primary e-mail can exist; it cannot be mailed. */
export const contactFields = {
  firstName: lineOrNull(100),
  lastName: lineOrNull(100),
  email: emailAddressOrNull,
  email2: emailAddressOrNull,
  email3: emailAddressOrNull,
  accountId: orNull(idField),
  locale: localeOrNull,
  timeZone: timeZoneOrNull,
}

export type ContactAttributes = {
  firstName: string | null
  lastName: string | null
  email: string | null
  email2: string | null
  email3: string | null
  accountId: string | null
  locale: string | null
  timeZone: string | null
}

/** A contact is somebody: one of these must be there. */
export const isSomebody = (contact: {
  firstName: string | null
  lastName: string | null
  email: string | null
}) => Boolean(contact.firstName || contact.lastName || contact.email)

export const nobodyError = { path: 'lastName', message: 'Give a name or an e-mail address.' }
