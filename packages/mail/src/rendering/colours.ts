const defaultAccent = '#3f51b5'

/** The website's colour and what is readable on it. Anything but `#rrggbb` is our own blue. */
export function coloursOf(accentColor: string | null): { accent: string; onAccent: string } {
  const accent = accentColor !== null && /^#[0-9a-f]{6}$/i.test(accentColor) ? accentColor : defaultAccent
  return {
    accent,
    onAccent: contrast(accent, '#ffffff') >= contrast(accent, '#18181b') ? '#ffffff' : '#18181b',
  }
}

/** Source: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = parseInt(colour.slice(start, start + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
