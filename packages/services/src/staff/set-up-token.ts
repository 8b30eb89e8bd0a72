import { equalBytes, hmac, type Keyring, toBase64Url } from '@usher/domain'

/**
 * What the set-up link carries: only who sees the machine's output, or knows the master secret, has it.
 * The same at every start, worthless as soon as there is a staff user.
 */
export async function setUpToken(keys: Keyring): Promise<string> {
  return toBase64Url(await hmac(await keys.current.hmac('set-up'), 'first-owner'))
}

export async function isSetUpToken(keys: Keyring, token: string): Promise<boolean> {
  const utf8 = new TextEncoder()
  return equalBytes(utf8.encode(token.slice(0, 100)), utf8.encode(await setUpToken(keys)))
}
