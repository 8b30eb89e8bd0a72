import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  codeRandomBytes,
  createCode,
  formatCode,
  hashesOfCode,
  hashOfCode,
  readCode,
  readForeignCode,
  refuseChosenCode,
} from './code.ts'
import { createKeyring } from './secrets.ts'

const keys = await createKeyring(['the secret of this house, 32 letters'])
const rotated = await createKeyring([
  'the secret that came later, 32 letters',
  'the secret of this house, 32 letters',
])
const foreign = await createKeyring(['the secret of another house, 32 letters'])

const random = fc.uint8Array({ minLength: codeRandomBytes, maxLength: codeRandomBytes })
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

describe('generated codes', () => {
  test('have 20 symbols, are shown in groups of four, and prove themselves', async () => {
    await fc.assert(
      fc.asyncProperty(random, async (bytes) => {
        const code = await createCode(keys, bytes)
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{20}$/)
        expect(formatCode(code)).toMatch(/^(.{4}-){4}.{4}$/)
        expect(await readCode(keys, formatCode(code))).toEqual({ kind: 'generated', code })
      }),
    )
  })

  test('are read in any case, with spaces and hyphens anywhere, and with look-alikes', async () => {
    const spellings: Record<string, string[]> = { 0: ['0', 'O', 'o'], 1: ['1', 'I', 'i', 'L', 'l'] }
    await fc.assert(
      fc.asyncProperty(random, fc.infiniteStream(fc.nat()), async (bytes, choices) => {
        const code = await createCode(keys, bytes)
        const pick = (from: string[]) => from[Number(choices.next().value) % from.length] ?? ''
        const written = [...code]
          .map(
            (symbol) =>
              pick(['', ' ', '-', ' - ', '\u2011']) +
              pick(spellings[symbol] ?? [symbol, symbol.toLowerCase()]),
          )
          .join('')
        expect(await readCode(keys, written)).toEqual({ kind: 'generated', code })
      }),
    )
  })

  test('one changed symbol anywhere is refused', async () => {
    await fc.assert(
      fc.asyncProperty(
        random,
        fc.nat(19),
        fc.integer({ min: 1, max: 31 }),
        async (bytes, position, shift) => {
          const code = await createCode(keys, bytes)
          const symbol = alphabet[(alphabet.indexOf(code[position] ?? '') + shift) % 32] ?? ''
          const changed = code.slice(0, position) + symbol + code.slice(position + 1)
          expect(await readCode(keys, changed)).toEqual({ kind: 'mistyped' })
        },
      ),
    )
  })

  test('two neighbours that changed places are refused', async () => {
    await fc.assert(
      fc.asyncProperty(random, fc.nat(18), async (bytes, at) => {
        const code = await createCode(keys, bytes)
        fc.pre(code[at] !== code[at + 1])
        const swapped = code.slice(0, at) + code[at + 1] + code[at] + code.slice(at + 2)
        expect(await readCode(keys, swapped)).toEqual({ kind: 'mistyped' })
      }),
    )
  })

  test('of another house are refused without the database', async () => {
    const code = await createCode(foreign, new Uint8Array(codeRandomBytes))
    expect(await readCode(keys, code)).toEqual({ kind: 'mistyped' })
  })

  test('keep reading after the key was rotated, and are found under the hash they were stored with', async () => {
    await fc.assert(
      fc.asyncProperty(random, async (bytes) => {
        const code = await createCode(keys, bytes)
        expect(await readCode(rotated, code)).toEqual({ kind: 'generated', code })
        expect(await hashesOfCode(rotated, code)).toContain(await hashOfCode(keys, code))
      }),
    )
    expect(await readCode(keys, await createCode(rotated, new Uint8Array(8)))).toEqual({ kind: 'mistyped' })
  })

  test('differ whenever 60 random bits differ', async () => {
    await fc.assert(
      fc.asyncProperty(random, random, async (a, b) => {
        const bits = (bytes: Uint8Array) => bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n) >> 4n
        expect((await createCode(keys, a)) === (await createCode(keys, b))).toBe(bits(a) === bits(b))
      }),
    )
  })

  test('need their random bytes', async () => {
    await expect(createCode(keys, new Uint8Array(7))).rejects.toThrow(TypeError)
  })
})

describe('codes of an admin’s own', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.string({
      unit: fc.constantFrom(...'abzKſıﬀＡＢ1８Ⅷ ._-é', '\u212a', '\u3000'),
      minLength: 6,
      maxLength: 30,
    }),
  )

  test('what may be chosen is read as it was stored, in any spelling of it', async () => {
    await fc.assert(
      fc.asyncProperty(anything, async (text) => {
        fc.pre(refuseChosenCode(text) === null)
        const read = await readCode(keys, text)
        expect(read.kind).toBe('chosen')
        if (read.kind !== 'chosen') return
        expect(await readCode(keys, read.code)).toEqual(read)
        expect(await readCode(keys, ` ${read.code.toLowerCase()} `)).toEqual(read)
        expect(formatCode(read.code)).toBe(read.code)
        expect(refuseChosenCode(read.code)).toBeNull()
      }),
      { numRuns: 500 },
    )
  })

  test('nothing like a generated code can be chosen, in whatever letters it is written', async () => {
    const wide = (code: string) =>
      [...code].map((symbol) => String.fromCodePoint(symbol.charCodeAt(0) + 0xfee0)).join('')
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom(...alphabet), minLength: 20, maxLength: 20 }),
        async (code) => {
          for (const text of [code, code.toLowerCase(), formatCode(code), wide(code)]) {
            expect(refuseChosenCode(text)).not.toBeNull()
            expect((await readCode(keys, text)).kind).not.toBe('chosen')
          }
        },
      ),
    )
  })

  test.each([
    '',
    'SHORT',
    'x'.repeat(201),
    'TWO\nLINES-2027',
    'NUL\u0000-2027-SPRING',
    '<b>SPRING</b>',
    'SPRING?2027',
    '%53PRING-2027',
  ])('refuses %j in words, and does not read it', async (text) => {
    if (text !== 'TWO\nLINES-2027') {
      expect(refuseChosenCode(text)).toEqual(expect.any(String))
      expect(await readCode(keys, text)).toEqual({ kind: 'malformed' })
    } else {
      expect(await readCode(keys, text)).toEqual({ kind: 'chosen', code: 'TWO-LINES-2027' })
    }
  })

  test('what another system gave out is read ever after, though nobody may choose it', async () => {
    const foreign = fc
      .stringMatching(/^[A-Za-z0-9+/=_.~-]{8,200}$/)
      .filter((text) => text.replace(/-/g, '').length !== 20)
    await fc.assert(
      fc.asyncProperty(foreign, async (text) => {
        const code = readForeignCode(text)
        fc.pre(code !== null)
        expect(await readCode(keys, text)).toEqual({ kind: 'chosen', code })
        expect(await readCode(keys, String(code).toLowerCase())).toEqual({ kind: 'chosen', code })
        expect(readForeignCode(String(code))).toBe(code)
      }),
    )
    for (const text of ['x'.repeat(65), 'SPRING/2027', 'dR5+Ua=='.repeat(8)]) {
      expect(refuseChosenCode(text)).toEqual(expect.any(String))
      expect(readForeignCode(text)).toBe(text.toUpperCase())
    }
  })

  test('a foreign code that looks generated, can be guessed, or is none is not taken', () => {
    for (const text of [
      'ABCDEFGHJKMNPQRSTVWX',
      'abcd-efgh-jkmn-pqrs-tvwx',
      'ABC123',
      '',
      'x'.repeat(201),
      'a b?c d e f',
    ])
      expect(readForeignCode(text)).toBeNull()
  })

  test('a megabyte, or any text, is answered and never thrown at', async () => {
    expect(await readCode(keys, 'A'.repeat(1_000_000))).toEqual({ kind: 'malformed' })
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => void (await readCode(keys, text))),
    )
  })
})

test('A hash tells nothing without its key', async () => {
  expect(await hashOfCode(keys, 'SPRING-2027')).not.toBe(await hashOfCode(foreign, 'SPRING-2027'))
  expect(await hashOfCode(keys, 'SPRING-2027')).toMatch(/^[0-9a-f]{64}$/)
})
