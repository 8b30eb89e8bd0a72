import { expect, test } from 'vitest'
import { csvCell, csvLine } from './csv.ts'

test.each([
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  ' =1',
  '\u200b=1',
  '＝1',
  '=HYPERLINK("http://x")',
])('a spreadsheet reads %j as text, never as a formula', (text) =>
  expect(csvCell(text).replace(/^"/, '')).toMatch(/^'/),
)

test('quotes, commas and line breaks stay inside their cell', () => {
  expect(csvLine(['a "b"', 'c,d', 'e\nf', null, 7, 'Zoë'])).toBe('"a ""b""","c,d","e\nf",,7,Zoë\r\n')
})
