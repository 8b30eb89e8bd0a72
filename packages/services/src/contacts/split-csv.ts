/** About so many characters: a thousand rows or so. */
const pieceLength = 120_000

/**
 * Cuts a table into pieces that end with a row, so that a file of any length is worked on in little memory.
 * A line break in quotes ends no row. `row` is the line of the file where the piece begins.
 */
export async function* splitCsv(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<{ row: number; text: string }> {
  const decoder = new TextDecoder()
  let text = ''
  let row = 1
  let [scanned, end, isQuoted] = [0, 0, false]
  function* cut(isLast: boolean) {
    for (; scanned < text.length; scanned++) {
      const character = text.charCodeAt(scanned)
      if (character === 34) isQuoted = !isQuoted
      else if (character === 10 && !isQuoted) {
        end = scanned + 1
        if (end >= pieceLength) yield* take(end)
      }
    }
    if (isLast && text.length > 0) yield* take(text.length)
  }
  function* take(length: number) {
    const piece = text.slice(0, length)
    yield { row, text: piece }
    row += piece.split('\n').length - 1
    text = text.slice(length)
    ;[scanned, end] = [-1, 0]
  }
  for await (const chunk of chunks) {
    text += decoder.decode(chunk, { stream: true })
    // A carriage return alone ends a row too; one at the end of a chunk may have its line feed in the next.
    text = text.replace(/\r\n/g, '\n').replace(/\r(?!$)/g, '\n')
    yield* cut(false)
  }
  text = (text + decoder.decode()).replace(/\r/g, '\n')
  yield* cut(true)
}
