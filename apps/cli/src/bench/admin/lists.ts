import { listContacts, listInvitations } from '@usher/services'
import { invitationViews } from '@usher/domain'
import type { FilledPlace } from './place.ts'
import { median, type Row } from './print.ts'

const runs = 15
const atMost = 1.5

/** What each list costs with many rows, as many times what it costs with few. */
export async function measureLists(few: FilledPlace, many: FilledPlace): Promise<Row[]> {
  const rows: Row[] = []
  const compare = async (what: string, prepare: (place: FilledPlace) => Promise<() => Promise<unknown>>) => {
    const [small, large] = [await median(runs, await prepare(few)), await median(runs, await prepare(many))]
    rows.push({
      what,
      value: large / small,
      unit: '×',
      target: atMost,
      note: `${small.toFixed(1)} → ${large.toFixed(1)} ms`,
    })
  }
  const contacts = (input: object) => (place: FilledPlace) =>
    Promise.resolve(() => listContacts({ deps: place.deps, actor: place.actor, input }))
  const invitations = (input: object) => (place: FilledPlace) =>
    Promise.resolve(() => listInvitations({ deps: place.deps, actor: place.actor, input }))

  await compare('contacts, first page', contacts({}))
  await compare('contacts, tenth page', async (place) =>
    contacts({ cursor: await tenthCursor(place) })(place).then((run) => run),
  )
  await compare('contacts, latest first', contacts({ sort: '-createdAt' }))
  await compare('contacts, search for one person', contacts({ search: 'person7777@example798' }))
  await compare('contacts, of one account', contacts({ accountId: '00000003-0000-7000-8000-000000000007' }))
  for (const view of invitationViews) await compare(`invitations, view ${view}`, invitations({ view }))
  await compare('invitations, search for one', invitations({ search: '7777 person7777@example798' }))
  return rows
}

async function tenthCursor({ deps, actor }: FilledPlace): Promise<string | null> {
  let cursor: string | null = null
  for (let page = 1; page < 10; page++) {
    const found = await listContacts({ deps, actor, input: { cursor } })
    cursor = found.ok ? found.value.nextCursor : null
  }
  return cursor
}
