import { deleteInvitationTemplate, listInvitationTemplates, listWebRoles } from '@usher/services'
import { to } from '#lib/paths.ts'
import { allItems } from '#lib/server/all-items.ts'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { answers, valueOrErrorPage } from '#lib/server/refusals.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => {
  const called = by(locals)
  const [templates, webRoles] = await Promise.all([
    listInvitationTemplates(called),
    allItems((page) => listWebRoles({ ...called, input: page })),
  ])
  const nameOf = new Map(webRoles.map(({ id, name }) => [id, name]))
  return {
    templates: valueOrErrorPage(templates).items.map(({ id, name, website, attributes, updatedAt }) => ({
      id,
      name,
      website: website.name,
      type: attributes.type,
      webRoles: attributes.webRoleIds.flatMap((webRoleId) => nameOf.get(webRoleId) ?? []),
      expiresInDays: attributes.expiresInDays,
      updatedAt,
    })),
  }
}

export const actions: Actions = {
  delete: async (event) => {
    const id = event.url.searchParams.get('id') ?? ''
    const deleted = await deleteInvitationTemplate({ ...by(event.locals), input: { id } })
    const page = to('/invitations/templates')
    if (!deleted.ok) redirectWith(event, page, deleted.detail ?? answers[deleted.refusal].words, 'error')
    redirectWith(event, page, 'The template was deleted. Invitations made from it stay.')
  },
}
