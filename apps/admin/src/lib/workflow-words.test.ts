import { expect, test } from 'vitest'
import { templateParts } from './workflow-words.ts'

test('merge fields and conditions are told from the text around them, and nothing is lost', () => {
  const text = 'Hello{% if contact.firstName %} {{ contact.firstName }}{% endif %}, welcome.'
  const parts = templateParts(text)
  expect(parts.map((part) => part.text).join('')).toBe(text)
  expect(parts.filter((part) => part.isField).map((part) => part.text)).toEqual([
    '{% if contact.firstName %}',
    '{{ contact.firstName }}',
    '{% endif %}',
  ])
})
