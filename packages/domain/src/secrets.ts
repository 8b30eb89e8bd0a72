const utf8 = new TextEncoder()

/** What a derived key is for. The label is part of the derivation, so no key can stand in for another. */
export type KeyPurpose =
  | 'code-tag'
  | 'code-hash'
  | 'recipient-proof'
  | 'sealing'
  | 'cookie'
  | 'session'
  | 'set-up'
  | 'unsubscribe'
  | 'outbox-webhook'
  | 'openid'
  | 'sample-site'
  | 'idempotency'

/** One master secret and the keys derived from it (HKDF-SHA-256, RFC 5869). */
export type MasterKey = {
  /** Eight hex digits that name the key in sealed values. Not secret. */
  id: string
  hmac(purpose: KeyPurpose): Promise<CryptoKey>
  aes(purpose: KeyPurpose): Promise<CryptoKey>
  /** The derived bits as text, for libraries that want a secret string. */
  text(purpose: KeyPurpose): Promise<string>
}

/** The current master key first; previous ones are still read, never written. */
export type Keyring = { current: MasterKey; all: readonly MasterKey[] }

/** @param secrets the current secret first; each at least 32 characters. */
export async function createKeyring(secrets: readonly string[]): Promise<Keyring> {
  const all = await Promise.all(secrets.map(createMasterKey))
  const current = all[0]
  if (!current) throw new TypeError('A keyring needs at least one secret')
  return { current, all }
}

async function createMasterKey(secret: string): Promise<MasterKey> {
  if (secret.length < 32) throw new TypeError('A secret needs at least 32 characters')
  const material = await crypto.subtle.importKey('raw', utf8.encode(secret), 'HKDF', false, ['deriveBits'])
  const derive = (label: string) =>
    crypto.subtle.deriveBits(
      { name: 'HKDF', hash: 'SHA-256', salt: utf8.encode('usher'), info: utf8.encode(label) },
      material,
      256,
    )
  const keep = <T>(make: (purpose: KeyPurpose) => Promise<T>) => {
    const made = new Map<KeyPurpose, Promise<T>>()
    return (purpose: KeyPurpose) => {
      const kept = made.get(purpose) ?? make(purpose)
      made.set(purpose, kept)
      return kept
    }
  }
  return {
    id: toHex(new Uint8Array(await derive('key-id')).subarray(0, 4)),
    hmac: keep(async (purpose) =>
      crypto.subtle.importKey(
        'raw',
        await derive(`hmac:${purpose}`),
        { name: 'HMAC', hash: 'SHA-256' },
        false,
        ['sign'],
      ),
    ),
    aes: keep(async (purpose) =>
      crypto.subtle.importKey('raw', await derive(`aes:${purpose}`), 'AES-GCM', false, [
        'encrypt',
        'decrypt',
      ]),
    ),
    text: keep(async (purpose) => toHex(new Uint8Array(await derive(`text:${purpose}`)))),
  }
}

/** HMAC-SHA-256 of UTF-8 text or bytes: 32 bytes. */
export async function hmac(
  key: CryptoKey,
  message: string | Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = typeof message === 'string' ? utf8.encode(message) : message
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, bytes))
}

/** SHA-256 of UTF-8 text, in hex: for secrets that are random enough to need no key (API keys, tokens). */
export async function sha256Hex(text: string): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8.encode(text))))
}

/** Compares without telling by its duration where the two differ. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  let difference = a.length ^ b.length
  for (let index = 0; index < a.length; index++) difference |= (a[index] ?? 0) ^ (b[index] ?? 0)
  return difference === 0
}

export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
