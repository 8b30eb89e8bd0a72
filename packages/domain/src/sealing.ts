import type { Keyring, KeyPurpose } from './secrets.ts'

/**
 * AES-256-GCM under the keyring's current key. Shape: `v1.<key id>.<iv, base64url>.<ciphertext and tag, base64url>`.
 * @param iv 12 random bytes, never used twice.
 * @param context bound to the value (additional data): a value sealed for one row does not open in another.
 */
export async function seal(
  keys: Keyring,
  text: string,
  options: { iv: Uint8Array<ArrayBuffer>; context: string; purpose?: KeyPurpose },
): Promise<string> {
  const key = await keys.current.aes(options.purpose ?? 'sealing')
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: options.iv, additionalData: new TextEncoder().encode(options.context) },
    key,
    new TextEncoder().encode(text),
  )
  return `v1.${keys.current.id}.${toBase64Url(options.iv)}.${toBase64Url(new Uint8Array(sealed))}`
}

/** The sealed text, or `null` when it was altered, belongs elsewhere, or its key is gone. */
export async function unseal(
  keys: Keyring,
  sealed: string,
  options: { context: string; purpose?: KeyPurpose },
): Promise<string | null> {
  const [version, keyId, iv, ciphertext] = sealed.split('.')
  const key = keys.all.find((candidate) => candidate.id === keyId)
  if (version !== 'v1' || !key || !iv || !ciphertext) return null
  try {
    const text = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: fromBase64Url(iv), additionalData: new TextEncoder().encode(options.context) },
      await key.aes(options.purpose ?? 'sealing'),
      fromBase64Url(ciphertext),
    )
    return new TextDecoder().decode(text)
  } catch {
    return null
  }
}

export function toBase64Url(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}

/** @throws DOMException when the text is no base64url */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'))
  return Uint8Array.from(binary, (character) => character.charCodeAt(0))
}
