/** Day before month, or month before day, in dates with slashes. */
export type DateOrder = 'dmy' | 'mdy'

/** A GUID in lower case without braces; `null` when the text is something else. */
export const readGuid = (text: string): string | null =>
  /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i.exec(text)?.[1]?.toLowerCase() ??
  null

/** One of a choice's values, by Dataverse's number or by its label. */
export const readChoice = <T extends string>(text: string, choices: Record<string, T>): T | null =>
  choices[text.toLowerCase()] ?? null

/** A whole number, with or without separators; `null` when there is none. */
export function readCount(text: string): number | null {
  const digits = text.replace(/[\s.,’']/g, '')
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null
}

/** What the dates of one export agree on; month first where they leave it open, as Excel in English writes them. */
export function guessDateOrder(texts: readonly string[]): DateOrder {
  const isDayFirst = texts.some((text) => Number(/^(\d{1,2})\/\d{1,2}\/\d{4}/.exec(text)?.[1]) > 12)
  return isDayFirst ? 'dmy' : 'mdy'
}

/**
 * A day (`2027-03-31`) or a time (`2027-03-31T17:00:00Z`) as ISO 8601 has it. Reads that itself, `3/31/2027 5:00 PM`,
 * `31/3/2027` and `31.3.2027`. A time of midnight in UTC is a day: that is how Dataverse writes its dates.
 */
export function readDate(text: string, order: DateOrder): string | null {
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(
    text,
  )
  if (iso) {
    const [, day = '', time, zone = 'Z'] = iso
    return time === undefined || /^00:00(:00)?$/.test(time) ? day : `${day}T${time}${zone}`
  }
  const local = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:,? +(\d{1,2}):(\d{2})(?::(\d{2}))? *([AP]M)?)?$/i.exec(
    text,
  )
  if (!local) return null
  const [, first = '', separator, second = '', year, hour, minute = '', seconds = '00', half] = local
  const isDayFirst = separator === '.' || order === 'dmy'
  const [day, month] = isDayFirst ? [first, second] : [second, first]
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (hour === undefined) return date
  const hours = half ? (Number(hour) % 12) + (half.toUpperCase() === 'PM' ? 12 : 0) : Number(hour)
  return `${date}T${String(hours).padStart(2, '0')}:${minute}:${seconds}`
}

/** The same id for the same thing of the source, each time it is read: a UUIDv7 of when it was made there. */
export async function sourceId(createdAt: Date | null, ...key: readonly string[]): Promise<string> {
  const bytes = new Uint8Array(
    await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(['power-pages', ...key]))),
  )
  const view = new DataView(bytes.buffer)
  const milliseconds = Math.max(0, createdAt?.getTime() ?? 0)
  view.setUint16(0, Math.floor(milliseconds / 2 ** 32))
  view.setUint32(2, milliseconds % 2 ** 32)
  view.setUint8(6, 0x70 | (view.getUint8(6) & 0x0f))
  view.setUint8(8, 0x80 | (view.getUint8(8) & 0x3f))
  const hex = Array.from(bytes.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
