import { toBase64Url } from '@usher/domain'

/** `usc_` and 256 random bits. */
export const newClientSecret = (randomBytes: (length: number) => Uint8Array): string =>
  `usc_${toBase64Url(randomBytes(32))}`
