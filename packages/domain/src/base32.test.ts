import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeBase32, readBase32 } from './base32.ts'

const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const wholeSymbols = fc
  .integer({ min: 1, max: 4 })
  .chain((groups) => fc.uint8Array({ minLength: groups * 5, maxLength: groups * 5 }))

test('Bytes are the number that their symbols spell, most significant first', () => {
  fc.assert(
    fc.property(wholeSymbols, (bytes) => {
      const number = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
      const spelled = [...encodeBase32(bytes)].reduce(
        (sum, symbol) => sum * 32n + BigInt(symbols.indexOf(symbol)),
        0n,
      )
      expect(spelled).toBe(number)
      expect(encodeBase32(bytes)).toHaveLength((bytes.length * 8) / 5)
    }),
  )
})

test('Case, spaces, hyphens and look-alikes make no difference', () => {
  const spelling = (symbol: string) =>
    fc.tuple(
      fc.constantFrom('', ' ', '-', '\u2013', '\u00a0', '\t'),
      fc.constantFrom(symbol, symbol.toLowerCase(), ...(lookAlikes[symbol] ?? [])),
    )
  fc.assert(
    fc.property(
      wholeSymbols.map(encodeBase32).chain((text) =>
        fc.tuple(
          fc.constant(text),
          fc.tuple(...[...text].map(spelling)).map((parts) => parts.flat().join('')),
        ),
      ),
      ([text, written]) => {
        expect(readBase32(written)).toBe(text)
      },
    ),
  )
})

const lookAlikes: Record<string, string[]> = { 0: ['O', 'o'], 1: ['I', 'i', 'L', 'l'] }

test('Anything else is not base32', () => {
  for (const text of ['', ' ', '-', 'U', 'ABCU', 'AB!C', 'Ä', 'AB\u0000', '１２', 'A_B'])
    expect(readBase32(text)).toBeNull()
})
