const secretName = /secret|token|password|passwd|authorization|api[-_]?key|credential|cookie/i
/** Ids are told apart from codes, which they look like in part. */
const idOrCode =
  /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\b[0-9A-HJKMNP-TV-Z]{4}(?:-?[0-9A-HJKMNP-TV-Z]{4}){4}\b/gi
const longestText = 2000

/** What of a step's input or output is kept: no secret by name, no invitation code by looks, no endless text. */
export function redact(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      secretName.test(name) ? '[redacted]' : redactValue(each),
    ]),
  )
}

function redactValue(value: unknown): unknown {
  if (typeof value === 'string') return redactText(value)
  if (Array.isArray(value)) return value.map(redactValue)
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'object' && value !== null ? redact(value as Record<string, unknown>) : value
}

/** Also `"token": "…"` within a text, as answers of webhooks have it. */
export const redactText = (text: string): string =>
  text
    .slice(0, longestText)
    .replace(idOrCode, (found) => (found.length !== 36 && /\d/.test(found) ? '[code]' : found))
    .replace(
      /("[^"]*(?:secret|token|password|authorization|api_?key)[^"]*"\s*:\s*)"[^"]*"/gi,
      '$1"[redacted]"',
    )
