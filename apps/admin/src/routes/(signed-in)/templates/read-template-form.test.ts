import { defaultMailContent } from '@usher/domain'
import { expect, test } from 'vitest'
import { applyEdit, readTemplateForm } from './read-template-form.ts'

const form = (entries: [string, string][]) => {
  const data = new FormData()
  for (const [name, value] of entries) data.append(name, value)
  return data
}
const base: [string, string][] = [
  ['language', 'en'],
  ['subject', 'Hi'],
  ['preheader', ''],
  ['from', ' '],
  ['cc', 'a@x.example, b@x.example\nc@x.example'],
  ['kind', 'text'],
  ['text', 'Hello'],
  ['never', ''],
  ['kind', 'button'],
  ['text', 'Go'],
  ['never', ''],
]
const read = (entries = base) => readTemplateForm(form(entries), defaultMailContent)
const edited = (edit: string, more: [string, string][] = []) =>
  applyEdit(edit, form([...base, ...more]), read(), () => '<mjml />').content.languages

test('what stands in the form is the language it names; the others stay', () => {
  expect(read().content).toMatchObject({
    from: null,
    cc: ['a@x.example', 'b@x.example', 'c@x.example'],
    languages: {
      en: {
        subject: 'Hi',
        source: null,
        blocks: [
          { kind: 'text', text: 'Hello' },
          { kind: 'button', text: 'Go' },
        ],
      },
    },
  })
  expect(Object.keys(read([['language', 'xx']]).content.languages)).toEqual(['en'])
})

test('blocks are moved, taken out and added by buttons, without a script', () => {
  const kinds = (edit: string, more?: [string, string][]) =>
    edited(edit, more)['en']?.blocks.map(({ kind }) => kind)
  expect(kinds('up:1')).toEqual(['button', 'text'])
  expect(kinds('up:0')).toEqual(['text', 'button'])
  expect(kinds('down:0')).toEqual(['button', 'text'])
  expect(kinds('remove:0')).toEqual(['button'])
  expect(kinds('add', [['newKind', 'code']])).toEqual(['text', 'button', 'code'])
  expect(kinds('add', [['newKind', 'script']])).toEqual(['text', 'button'])
})

test('the source can be had, and left again with the blocks as they were', () => {
  expect(edited('source')['en']?.source).toBe('<mjml />')
  expect(edited('blocks')['en']).toMatchObject({
    source: null,
    blocks: [{ kind: 'text' }, { kind: 'button' }],
  })
})

test('a language begins with the words of the one beside it', () => {
  expect(edited('language', [['newLanguage', 'DE ']])['de']).toMatchObject({ subject: 'Hi' })
  expect(Object.keys(edited('language', [['newLanguage', 'x']]))).toEqual(['en'])
})
