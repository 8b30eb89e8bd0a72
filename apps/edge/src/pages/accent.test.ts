import { expect, test } from 'vitest'
import { accentVariables, contrast, readColour } from './accent.ts'

const surfaces = { light: [255, 255, 255], dark: [31, 30, 28] } as const
const colourOf = (variables: string, name: string) => {
  const colour = readColour(new RegExp(`--${name}:(#[0-9a-f]{6})`).exec(variables)?.[1])
  if (!colour) throw new Error(`No --${name} in ${variables}`)
  return colour
}

test.each([
  '#ffff00',
  '#ffffff',
  '#000000',
  '#777777',
  '#00ff00',
  '#0000ff',
  '#ff8800',
  '#e6007e',
  null,
  'red',
])('a website of the colour %s stays readable, on light and on dark pages', (accentColor) => {
  const variables = accentVariables(accentColor)
  for (const scheme of ['light', 'dark'] as const) {
    const [fill, onFill, accent] = ['fill', 'on-fill', 'accent'].map((name) =>
      colourOf(variables[scheme], name),
    )
    if (!fill || !onFill || !accent) throw new Error('A variable is missing')
    expect(contrast(fill, onFill)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(accent, surfaces[scheme])).toBeGreaterThanOrEqual(4.5)
  }
})

test('a colour that can be read is left as it is', () => {
  expect(accentVariables('#1d5a8c').light).toBe('--fill:#1d5a8c;--on-fill:#ffffff;--accent:#1d5a8c')
})
