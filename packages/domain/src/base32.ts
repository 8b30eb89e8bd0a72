/** Crockford's base32: no I, L, O or U. Source: https://www.crockford.com/base32.html */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Five bits a symbol, most significant first. `bytes.length * 8` must be divisible by 5. */
export function encodeBase32(bytes: Uint8Array): string {
  let bits = 0
  let value = 0
  let symbols = ''
  for (const byte of bytes) {
    value = ((value & 0x1f) << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      symbols += alphabet[(value >>> bits) & 31]
    }
  }
  return symbols
}

/** Upper case, without spaces and hyphens, look-alikes resolved (O→0, I→1, L→1). `null` when another symbol is in it. */
export function readBase32(text: string): string | null {
  const symbols = text
    .toUpperCase()
    .replace(/[\s\u2010-\u2015-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]+$/.test(symbols) ? symbols : null
}
