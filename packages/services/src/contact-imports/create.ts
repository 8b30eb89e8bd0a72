import { insertPiece, schema, updateTaskRow } from '@usher/database'
import { type ManagementRefusal, ok, type Result } from '@usher/domain'
import { type Actor, refuseUnless, staffUserIdOf } from '../actor.ts'
import { readField, readPreamble, readRecords, refuseEmptyFile } from '../contacts/read-csv.ts'
import { splitCsv } from '../contacts/split-csv.ts'
import type { Deps } from '../deps.ts'
import { refuseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import { rememberedActor } from '../tasks/create.ts'
import type { ImportPlan } from './plan.ts'

const samplesShown = 3
const maximumBytes = 500_000_000

/**
 * Keeps a CSV file to be imported, piece by piece as it comes, with a guess at what its columns mean. Nothing is imported
 * yet. Refuses `forbidden`, `invalid_request` when there is no table in it.
 */
export async function createContactImport({
  deps,
  actor,
  input: { file, fileName = null },
}: {
  deps: Deps
  actor: Actor
  input: { file: AsyncIterable<Uint8Array> | Iterable<Uint8Array>; fileName?: string | null }
}): Promise<Result<{ id: string }, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'contacts.write')
  if (forbidden) return forbidden
  const id = deps.newId()
  let plan: ImportPlan | null = null
  let position = 0
  let length = 0
  for await (const piece of splitCsv(file)) {
    length += piece.text.length
    if (length > maximumBytes)
      return refuseInput({ path: 'file', message: 'The file is too large. Split it.' })
    if (!plan) {
      plan = readPlan(piece.text, fileName)
      if (!plan) return refuseEmptyFile()
      await begin(deps, actor, id, plan)
    }
    await deps.database.write([insertPiece(id, { position, ...piece })])
    position += 1
  }
  if (!plan) return refuseEmptyFile()
  await deps.database.write([updateTaskRow(deps.database, id, { total: null })])
  return ok({ id })
}

function readPlan(text: string, fileName: string | null): ImportPlan | null {
  const { body, delimiter, row } = readPreamble(text)
  const [header, ...records] = readRecords(body, delimiter, row)
  if (!header) return null
  const columns = header.cells.map((name) => name.trim())
  // Of several that could mean the same the first does.
  const fields = columns
    .map(readField)
    .map((field, index, all) => (all.indexOf(field) === index ? field : null))
  return {
    kind: 'import_contacts',
    fileName: fileName?.slice(0, 200) ?? null,
    delimiter,
    columns,
    samples: records.slice(0, samplesShown).map(({ cells }) => cells.map((cell) => cell.slice(0, 100))),
    fields,
    phase: 'check',
  }
}

const begin = (deps: Deps, actor: Actor, id: string, plan: ImportPlan) =>
  deps.database.write([
    deps.database.query.insert(schema.tasks).values({
      id,
      kind: 'import_contacts',
      status: 'draft',
      createdById: staffUserIdOf(actor),
      actor: rememberedActor(actor),
      input: plan,
      createdAt: deps.now(),
    }),
    auditStatement(deps, actor, {
      action: 'import.created',
      entityType: 'task',
      entityId: id,
      after: { fileName: plan.fileName, columns: plan.columns },
    }),
  ])
