import { error } from '@sveltejs/kit'
import { by } from '#lib/server/by.ts'
import { csvLine } from '#lib/server/csv.ts'
import { exports } from '#lib/server/exports.ts'
import { listInput } from '#lib/server/list-input.ts'
import { valueOrErrorPage } from '#lib/server/refusals.ts'
import type { RequestHandler } from './$types'

const pageSize = 200

/** The list as it is searched, filtered and sorted, page after page as the browser takes them. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const wanted = Object.hasOwn(exports, params.list) ? exports[params.list] : undefined
  if (!wanted) error(404, 'There is no such list.')
  const called = by(locals)
  const input = { ...listInput(url, wanted.filters), limit: pageSize, cursor: null as string | null }
  const first = valueOrErrorPage(await wanted.page(called, input))

  let page: typeof first | null = first
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      // The mark at the beginning tells spreadsheets that this is UTF-8.
      controller.enqueue(encoder.encode(`\uFEFF${csvLine(wanted.header)}`))
    },
    async pull(controller) {
      if (!page) return controller.close()
      controller.enqueue(encoder.encode(page.items.map(csvLine).join('')))
      const { nextCursor } = page
      if (nextCursor === null) {
        page = null
        return
      }
      const next = await wanted.page(called, { ...input, cursor: nextCursor })
      if (!next.ok) return controller.error(new Error(`The list broke off: ${next.refusal}`))
      page = next.value
    },
  })
  const day = locals.deps.now().toISOString().slice(0, 10)
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${params.list}-${day}.csv"`,
    },
  })
}
