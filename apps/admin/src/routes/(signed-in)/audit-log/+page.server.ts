import { listAuditEvents, listStaff, nameEntities } from '@usher/services'
import { idsIn } from '#lib/audit-words.ts'
import { allItems } from '#lib/server/all-items.ts'
import { by } from '#lib/server/by.ts'
import { listInput } from '#lib/server/list-input.ts'
import { valueOrErrorPage } from '#lib/server/refusals.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const call = by(locals)
  const input = listInput(url, ['entityType', 'entityId', 'actorId', 'action', 'from', 'until'])
  const events = valueOrErrorPage(await listAuditEvents({ ...call, input }))
  const staff = await allItems((page) => listStaff({ ...call, input: page }))
  const ids = idsIn(events.items).slice(0, 5000)
  return {
    events,
    staff: staff.map(({ id, name }) => ({ value: id, label: name })),
    names: valueOrErrorPage(await nameEntities({ ...call, input: { ids } })),
  }
}
