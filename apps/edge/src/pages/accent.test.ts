import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accentVariables, contrast, readColour } from './accent.ts'

const surfaces = { light: ['#ffffff', '#f5f3f0'], dark: ['#161513', '#1f1e1c'] } as const
const colourOf = (text: string | undefined) => {
  const colour = readColour(text)
  if (!colour) throw new Error(`${text} is no colour`)
  return colour
}
const variable = (variables: string, name: string) =>
  colourOf(new RegExp(`--${name}:(#[0-9a-f]{6})`).exec(variables)?.[1])

function expectReadable(accentColor: string | null) {
  const variables = accentVariables(accentColor)
  for (const scheme of ['light', 'dark'] as const) {
    const [fill, onFill, accent] = ['fill', 'on-fill', 'accent'].map((name) =>
      variable(variables[scheme], name),
    )
    if (!fill || !onFill || !accent) throw new Error('A variable is missing')
    expect(contrast(fill, onFill)).toBeGreaterThanOrEqual(4.5)
    for (const surface of surfaces[scheme]) {
      expect(contrast(accent, colourOf(surface)), `${accentColor} on ${surface}`).toBeGreaterThanOrEqual(4.5)
    }
  }
}

test('text on a website’s colour, and its colour as text, always stand out by 4.5 to 1, whichever colour it is', () => {
  const colour = fc.integer({ min: 0, max: 0xffffff }).map((code) => `#${code.toString(16).padStart(6, '0')}`)
  fc.assert(fc.property(colour, expectReadable), { numRuns: 2000 })
})

test.each(['#ffff00', '#ffffff', '#000000', '#777777', null, 'red'])('the colour %s, too', expectReadable)

test('a colour that can be read is left as it is', () => {
  expect(accentVariables('#1d5a8c').light).toBe('--fill:#1d5a8c;--on-fill:#ffffff;--accent:#1d5a8c')
})
