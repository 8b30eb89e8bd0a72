// 32 symbols without look-alikes: five random bits each, no remainder.
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
const symbols = 40
const start = 'usk_'

/** `usk_` and 40 symbols, 200 random bits. */
export const newApiKey = (randomBytes: (length: number) => Uint8Array): string =>
  start + Array.from(randomBytes(symbols), (byte) => alphabet[byte & 31]).join('')

/** By which people tell keys apart. */
export const apiKeyPrefix = (key: string): string => key.slice(0, start.length + 6)

/** The shape of a key: what has another one needs no look at the database. */
export const isApiKey = (text: string): boolean =>
  new RegExp(`^${start}[${alphabet}]{${symbols}}$`).test(text)
