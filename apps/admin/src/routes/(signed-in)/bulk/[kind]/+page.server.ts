import { error, redirect } from '@sveltejs/kit'
import { to } from '#lib/paths.ts'
import { listOf, textsOf } from '#lib/server/form-input.ts'
import { failWith } from '#lib/server/refusals.ts'
import { type Selected, selectionOf } from '#lib/server/selection.ts'
import { startTask } from '#lib/server/start-task.ts'
import { formOffers } from '../../invitations/form-offers.ts'
import type { Actions, PageServerLoad } from './$types'

/** Changes that ask for something first, and the lists they are for. */
const kinds: Record<string, { list: Selected; task: string }> = {
  invite: { list: 'contacts', task: 'create_invitations' },
  'give-web-role': { list: 'contacts', task: 'give_web_role' },
  'extend-expiry': { list: 'invitations', task: 'extend_invitations' },
}
const kindOf = (name: string) =>
  (Object.hasOwn(kinds, name) ? kinds[name] : undefined) ?? error(404, 'There is no such bulk change.')

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { list } = kindOf(params.kind)
  const ids = url.searchParams.getAll('ids').filter(Boolean)
  const isAll = url.searchParams.get('all') === 'yes'
  if (ids.length === 0 && !isAll) redirect(303, to(`/${list}`))
  return {
    kind: params.kind,
    list,
    ids,
    isAll,
    filter: url.searchParams.get('filter') ?? '',
    offers: await formOffers(locals),
  }
}

export const actions: Actions = {
  start: async (event) => {
    const { list, task } = kindOf(event.params.kind)
    const form = await event.request.formData()
    const rows = selectionOf(form, list)
    const back = to(`/${list}`) + (form.get('all') === 'yes' ? String(form.get('filter') ?? '') : '')
    const refused = await startTask(event, { kind: task, rows, ...readFields(form, task) }, back)
    return failWith(
      {
        ...refused,
        errors:
          refused.errors?.map((one) => ({ ...one, path: one.path.replace(/^(task\.)?(template\.)?/, '') })) ??
          [],
      },
      form,
    )
  },
}

/** Empty is none. */
function readFields(form: FormData, task: string): Record<string, unknown> {
  const {
    name = '',
    websiteId,
    webRoleId = '',
    expiresAt,
    endsAt,
    message,
  } = textsOf(form, ['name', 'websiteId', 'webRoleId', 'expiresAt', 'endsAt', 'message'])
  switch (task) {
    case 'create_invitations':
      return {
        template: {
          name,
          ...(websiteId ? { websiteId } : {}),
          webRoleIds: listOf(form, 'webRoleIds'),
          expiresAt: expiresAt || null,
          ...(message ? { message } : {}),
        },
      }
    case 'give_web_role':
      return { webRoleId, endsAt: endsAt || null }
    default:
      return { expiresAt: expiresAt || null }
  }
}
