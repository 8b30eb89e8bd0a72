/** On one line: control characters and line breaks become single spaces. */
export const flatten = (text: string): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ')
    .replace(/[\u202A-\u202E\u2066-\u2069]/g, '')
    .trim()

const zeroWidthSpace = '\u200B'

/**
 * What somebody else wrote into a name must not become a link: mail programs underline whatever looks like a domain.
 * Invisible breaks around the dots keep them from it; names without such a look stay as they are.
 */
export const unlink = (text: string): string =>
  text
    .replace(/([\p{L}\p{N}])\.(?=[\p{L}\p{N}]{2})/gu, `$1${zeroWidthSpace}.${zeroWidthSpace}`)
    .replace(/:\/\//g, `:${zeroWidthSpace}/${zeroWidthSpace}/`)
    .replace(/@/g, `${zeroWidthSpace}@${zeroWidthSpace}`)

/** A name as it may stand in a mail: one line, no link. */
export const nameInMail = (text: string): string => unlink(flatten(text))

/** Paragraphs of lines: a blank line parts paragraphs. */
export const paragraphsOf = (text: string): string[][] =>
  text
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.split('\n').map((line) => line.trimEnd()))
    .map((lines) => lines.filter((line, index) => line !== '' || (index > 0 && index < lines.length - 1)))
    .filter((lines) => lines.length > 0)
