import { error } from '@sveltejs/kit'
import { getTask, type ImportPlan, listRejectedRows } from '@usher/services'
import { by } from '#lib/server/by.ts'
import { csvLine } from '#lib/server/csv.ts'
import { valueOrErrorPage } from '#lib/server/refusals.ts'
import type { RequestHandler } from './$types'

const pageSize = 1000

/** The rows that were left out, as they were in the file, each with its line and what to mend. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const call = by(locals)
  const task = valueOrErrorPage(await getTask({ ...call, input: { id: params.id } }))
  if (task.kind !== 'import_contacts') error(404, 'There is no such import.')
  const { columns } = task.input as ImportPlan
  let after: number | null = 0
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    start: (controller) =>
      controller.enqueue(encoder.encode(`\uFEFF${csvLine([...columns, 'Row', 'Column', 'What to mend'])}`)),
    async pull(controller) {
      if (after === null) return controller.close()
      const rows = valueOrErrorPage(
        await listRejectedRows({ ...call, input: { id: params.id, after, limit: pageSize } }),
      )
      const lines = rows.map(({ cells, row, column, message }) =>
        csvLine([...columns.map((_, index) => cells[index] ?? ''), row, column, message]),
      )
      controller.enqueue(encoder.encode(lines.join('')))
      after = rows.length < pageSize ? null : after + rows.length
    },
  })
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="rejected-rows.csv"',
    },
  })
}
