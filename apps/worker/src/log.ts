import { configure, getConsoleSink, getLogger, getTextFormatter } from '@logtape/logtape'
import { EMAIL_ADDRESS_PATTERN, redactByField, redactByPattern } from '@logtape/redaction'

/** Formatted codes, links with codes, and what a mailed link carries besides. */
const codePattern = {
  pattern: /\b[0-9A-HJKMNP-TV-Z]{4}(?:-?[0-9A-HJKMNP-TV-Z]{4}){4}\b|\/i\/[^\s"']+/g,
  replacement: '[code]',
}
const secretFields = [/code/i, /secret/i, /token/i, /password/i, /url/i, /html/i, /text/i]

/**
 * Logs counts, ids and reasons. Should a code, an address or a secret get into a line all the same, it is blotted out:
 * by the name of its field, then by its looks.
 */
export async function configureLog(level: 'info' | 'debug' | 'error' = 'info'): Promise<void> {
  const format = redactByPattern(getTextFormatter({ timestamp: 'rfc3339', category: '.' }), [
    EMAIL_ADDRESS_PATTERN,
    codePattern,
  ])
  await configure({
    reset: true,
    sinks: { console: redactByField(getConsoleSink({ formatter: format }), secretFields) },
    loggers: [
      { category: ['logtape', 'meta'], lowestLevel: 'error', sinks: ['console'] },
      { category: ['usher'], lowestLevel: level, sinks: ['console'] },
    ],
  })
}

export const log = getLogger(['usher', 'worker'])

/** What of an error may be told: drivers put parameters into their messages. */
export const nameOfError = (error: unknown): string => (error instanceof Error ? error.name : typeof error)
