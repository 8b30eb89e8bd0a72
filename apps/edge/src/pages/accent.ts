type Colour = readonly [red: number, green: number, blue: number]

/** Used where a website has no colour of its own. */
const calm: Colour = [29, 90, 140]
const surfaces = { light: [245, 243, 240], dark: [31, 30, 28] } as const satisfies Record<string, Colour>
const black: Colour = [0, 0, 0]
const white: Colour = [255, 255, 255]
/** WCAG 2.2 for text. */
const textContrast = 4.5
/** A little more for text: it also stands on surfaces that are washed with the colour. */
const inkContrast = 5.2
/** A button is told by its text: its surface only must not vanish in the page. */
const surfaceContrast = 1.25

/**
 * A website's colour as it can be read: as a surface with text on it, and as text, on light and on dark pages.
 * Moved towards black or white only as far as contrast demands.
 * @param accentColor `#rrggbb`; anything else gives the calm default
 */
export function accentVariables(accentColor: string | null | undefined): { light: string; dark: string } {
  const accent = readColour(accentColor) ?? calm
  return { light: variables(accent, 'light'), dark: variables(accent, 'dark') }
}

function variables(accent: Colour, scheme: 'light' | 'dark'): string {
  const surface = surfaces[scheme]
  const away = scheme === 'light' ? black : white
  const seen = moveUntil(accent, away, (colour) => contrast(colour, surface) >= surfaceContrast)
  const onFill = contrast(seen, white) >= contrast(seen, black) ? white : black
  const fill = moveUntil(
    seen,
    onFill === white ? black : white,
    (colour) => contrast(colour, onFill) >= textContrast,
  )
  const ink = moveUntil(accent, away, (colour) => contrast(colour, surface) >= inkContrast)
  return `--fill:${toHex(fill)};--on-fill:${toHex(onFill)};--accent:${toHex(ink)}`
}

function moveUntil(colour: Colour, target: Colour, isGood: (colour: Colour) => boolean): Colour {
  for (let share = 0; share < 1; share += 0.04) {
    const moved = colour.map((part, index) => Math.round(part + ((target[index] ?? 0) - part) * share))
    const candidate: Colour = [moved[0] ?? 0, moved[1] ?? 0, moved[2] ?? 0]
    if (isGood(candidate)) return candidate
  }
  return target
}

/** WCAG contrast ratio, 1 to 21. */
export function contrast(a: Colour, b: Colour): number {
  const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

export function readColour(text: string | null | undefined): Colour | null {
  const parts = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text ?? '')
  return parts && [parseInt(parts[1] ?? '', 16), parseInt(parts[2] ?? '', 16), parseInt(parts[3] ?? '', 16)]
}

const toHex = (colour: Colour) => `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`
