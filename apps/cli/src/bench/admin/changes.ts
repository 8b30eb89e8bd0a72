import process from 'node:process'
import {
  createContactImport,
  createTask,
  getTask,
  type ImportPlan,
  runTask,
  startContactImport,
} from '@usher/services'
import { makeFilledPlace, type FilledPlace } from './place.ts'
import type { Row } from './print.ts'

const count = 100_000
const aSecond = 10_000
const megabytes = 200

/** A hundred thousand invitations for all contacts of a list, and as many rows of CSV: rows a second, progress included. */
export async function measureChanges(): Promise<Row[]> {
  const place = await makeFilledPlace(count, 0)
  try {
    const invited = await work(place, async () => {
      const created = await createTask({
        ...place,
        input: {
          task: {
            kind: 'create_invitations',
            rows: { contacts: {} },
            template: { name: 'Members', webRoleIds: [place.webRoleId] },
          },
        },
      })
      return created.ok ? created.value.id : ''
    })
    const before = process.memoryUsage().rss
    let most = before
    const imported = await work(
      place,
      async () => {
        const created = await createContactImport({ ...place, input: { file: csv() } })
        const id = created.ok ? created.value.id : ''
        const task = await getTask({ ...place, input: { id } })
        const { fields } = (task.ok ? task.value.input : {}) as ImportPlan
        await startContactImport({ ...place, input: { id, fields, phase: 'import' } })
        return id
      },
      () => (most = Math.max(most, process.memoryUsage().rss)),
    )
    return [
      { what: 'invitations created in bulk', value: invited, unit: '/s', target: aSecond, isAtLeast: true },
      { what: 'rows of CSV imported', value: imported, unit: '/s', target: aSecond, isAtLeast: true },
      { what: 'memory that the import took', value: (most - before) / 1e6, unit: 'MB', target: megabytes },
    ]
  } finally {
    await place.remove()
  }
}

/** From the wish to the last row, piece by piece as the worker does it. */
async function work(
  place: FilledPlace,
  begin: () => Promise<string>,
  onPiece: () => unknown = () => undefined,
) {
  const startedAt = performance.now()
  const id = await begin()
  for (;;) {
    const turn = await runTask({ deps: place.deps, id, mayGoOn: () => false })
    onPiece()
    if (!turn || turn.isDone) break
  }
  const seconds = (performance.now() - startedAt) / 1000
  const task = await getTask({ ...place, input: { id } })
  if (!task.ok || task.value.changed !== count)
    throw new Error(`${task.ok ? task.value.changed : 0} of ${count} rows were changed`)
  return count / seconds
}

function* csv(): Generator<Uint8Array> {
  const encoder = new TextEncoder()
  yield encoder.encode('First name,Last name,E-mail,Account\n')
  for (let from = 0; from < count; from += 500) {
    const lines = Array.from(
      { length: 500 },
      (_, n) => `Imported,Person ${from + n},imported${from + n}@contoso.example,Account ${n % 50}\n`,
    )
    yield encoder.encode(lines.join(''))
  }
}
