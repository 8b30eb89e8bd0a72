import { listOf } from './form-input.ts'

const filters = {
  contacts: ['search', 'accountId', 'webRoleId'],
  invitations: ['search', 'view', 'contactId', 'websiteId', 'ownerId'],
} as const
export type Selected = keyof typeof filters

/** What was ticked in a list, or all that it showed, as tasks take it. From a form, or from an address that a form made. */
export function selectionOf(form: FormData | URLSearchParams, list: Selected): Record<string, unknown> {
  if (form.get('all') !== 'yes') {
    const ids = form instanceof FormData ? listOf(form, 'ids') : form.getAll('ids').filter((id) => id !== '')
    return { [list === 'contacts' ? 'contactIds' : 'invitationIds']: ids }
  }
  const shown = new URLSearchParams(String(form.get('filter') ?? ''))
  return {
    [list]: Object.fromEntries(
      filters[list].flatMap((name) => {
        const value = shown.get(name)?.trim()
        return value ? [[name, value]] : []
      }),
    ),
  }
}
