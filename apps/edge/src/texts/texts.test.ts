import { readdir } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { en } from './en.ts'
import { languages } from './index.ts'

/** Every text with the path to it; functions are called with words of their own. */
function textsIn(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function') {
    const words = Array.from({ length: value.length }, (_, index) => `7${index}`)
    return [[path, String((value as (...given: string[]) => string)(...words))]]
  }
  return Object.entries(value as object).flatMap(([key, inner]) => textsIn(inner, `${path}.${key}`))
}

test('every file of a language is on the menu, each under its own name', async () => {
  const files = (await readdir(import.meta.dirname)).filter((file) => /^[a-z]{2}\.ts$/.test(file))
  expect(languages.map(({ language }) => `${language}.ts`).toSorted()).toEqual(files.toSorted())
  expect(new Set(languages.map(({ name }) => name)).size).toBe(languages.length)
})

const english = new Map(textsIn(en))
test.each(languages.filter((texts) => texts !== en))(
  '$name leaves no text empty, English or without its words',
  (texts) => {
    for (const [path, text] of textsIn(texts)) {
      const original = english.get(path) ?? ''
      if (original.trim() !== '' && original !== '.') expect(text.trim(), path).not.toBe('')
      // A name, date or number that English says is said in every language.
      for (const word of original.match(/7\d/g) ?? []) expect(text, path).toContain(word)
      if (/\w+ \w+ \w+/.test(original)) expect(text, path).not.toBe(original)
    }
  },
)
