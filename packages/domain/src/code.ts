import { encodeBase32, readBase32 } from './base32.ts'
import { equalBytes, hmac, type Keyring, type MasterKey, toHex } from './secrets.ts'

/** Random bytes that `createCode` needs: 60 bits are used. */
export const codeRandomBytes = 8
const randomSymbols = 12
const tagSymbols = 8
const codeSymbols = randomSymbols + tagSymbols

/** What somebody typed or followed, read forgivingly. */
export type ReadCode =
  | { kind: 'generated'; code: string }
  | { kind: 'chosen'; code: string }
  /** 20 base32 symbols whose tag is wrong: nobody ever got this code. */
  | { kind: 'mistyped' }
  | { kind: 'malformed' }

/**
 * A new invitation code: 12 random base32 symbols (60 bits) and 8 symbols (40 bits) of HMAC over them.
 * @param random `codeRandomBytes` random bytes
 */
export async function createCode(keys: Keyring, random: Uint8Array): Promise<string> {
  if (random.length < codeRandomBytes) throw new TypeError(`A code needs ${codeRandomBytes} random bytes`)
  // 10 bytes are 16 whole symbols; 12 of them carry the 60 random bits.
  const padded = new Uint8Array(10)
  padded.set(random.subarray(0, codeRandomBytes))
  const body = encodeBase32(padded).slice(0, randomSymbols)
  return body + (await tagOf(keys.current, body))
}

/**
 * Reads a code as people write it: any case, spaces, hyphens, O for 0, I and L for 1.
 * A generated code proves itself by its tag, without the database.
 */
export async function readCode(keys: Keyring, text: string): Promise<ReadCode> {
  if (text.length > 200) return { kind: 'malformed' }
  const symbols = readSymbols(text)
  if (symbols?.length === codeSymbols) {
    const body = symbols.slice(0, randomSymbols)
    const tag = symbols.slice(randomSymbols)
    for (const key of keys.all) {
      if (equalText(tag, await tagOf(key, body))) return { kind: 'generated', code: symbols }
    }
    return { kind: 'mistyped' }
  }
  const code = normaliseForeignCode(text)
  return code ? { kind: 'chosen', code } : { kind: 'malformed' }
}

/**
 * A code of another system that invitations keep when they come from there, as it is read ever after; `null` when it
 * could be taken for a generated one, is so short that it can be guessed, or is none.
 * Power Pages: `adx_invitationcode`, up to 200 characters.
 */
export const readForeignCode = (text: string): string | null =>
  text.length > 200 || readSymbols(text)?.length === codeSymbols ? null : normaliseForeignCode(text)

/** Why an admin's own code cannot be taken, or `null` when it can. */
export function refuseChosenCode(text: string): string | null {
  if (readSymbols(text)?.length === codeSymbols) {
    return 'This looks like a generated code. Choose a code that is not 20 letters and digits long.'
  }
  return normaliseChosenCode(text)
    ? null
    : 'Use 8 to 64 letters, digits, hyphens, dots or underscores, for example SPRING-PARTNERS-2027.'
}

/** Wide letters, ligatures and the like count as the plain ones they become in a chosen code. */
const readSymbols = (text: string) => readBase32(text.normalize('NFKC'))

function normaliseChosenCode(text: string): string | null {
  const code = normaliseForeignCode(text)
  return code && /^[\p{L}\p{N}._-]{8,64}$/u.test(code) ? code : null
}

/** What may be chosen, and what base64 and its like are written in. Case says nothing. */
function normaliseForeignCode(text: string): string | null {
  const code = text.trim().normalize('NFKC').toUpperCase().replace(/\s+/g, '-')
  return /^[\p{L}\p{N}._~+/=-]{8,200}$/u.test(code) ? code : null
}

/** `ABCD-EFGH-JKMN-PQRS-TVWX` for generated codes; chosen codes stay as they are. */
export function formatCode(code: string): string {
  return code.length === codeSymbols && readBase32(code) === code
    ? (code.match(/.{4}/g) ?? []).join('-')
    : code
}

/** The hashes under which a code may be stored, current key first: unique, useless without the key. */
export function hashesOfCode(keys: Keyring, code: string): Promise<string[]> {
  return Promise.all(keys.all.map(async (key) => toHex(await hmac(await key.hmac('code-hash'), code))))
}

/** The hash under which a new code is stored. */
export async function hashOfCode(keys: Keyring, code: string): Promise<string> {
  return toHex(await hmac(await keys.current.hmac('code-hash'), code))
}

async function tagOf(key: MasterKey, body: string): Promise<string> {
  const mac = await hmac(await key.hmac('code-tag'), body)
  return encodeBase32(mac.subarray(0, 5))
}

const equalText = (a: string, b: string) =>
  equalBytes(new TextEncoder().encode(a), new TextEncoder().encode(b))
