import {
  deleteWebhookEndpoint,
  getWebhookEndpoint,
  listWebhookDeliveries,
  rotateWebhookSecret,
  testWebhookEndpoint,
  updateWebhookEndpoint,
} from '@usher/services'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { listOf, textsOf } from '#lib/server/form-input.ts'
import { listInput } from '#lib/server/list-input.ts'
import { failWith, problemOf, valueOrErrorPage } from '#lib/server/refusals.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals, params, url, depends }) => {
  depends('usher:webhook')
  const called = by(locals)
  const [endpoint, deliveries] = await Promise.all([
    getWebhookEndpoint({ ...called, input: { id: params.id } }),
    listWebhookDeliveries({ ...called, input: { ...listInput(url, ['status']), endpointId: params.id } }),
  ])
  return { endpoint: valueOrErrorPage(endpoint), deliveries: valueOrErrorPage(deliveries) }
}

const pageOf = (event: RequestEvent) => to('/settings/webhooks', event.params.id)

const toggle = (isDisabled: boolean) => async (event: RequestEvent) => {
  const changed = await updateWebhookEndpoint({
    ...by(event.locals),
    input: { id: event.params.id, isDisabled },
  })
  if (!changed.ok) redirectWith(event, pageOf(event), problemOf(changed).message, 'error')
  redirectWith(
    event,
    pageOf(event),
    isDisabled ? 'It is told nothing any more.' : 'It is told again from now on.',
  )
}

export const actions: Actions = {
  save: async (event) => {
    const form = await event.request.formData()
    const input = {
      id: event.params.id,
      ...textsOf(form, ['name', 'url']),
      eventTypes: listOf(form, 'eventTypes'),
    }
    const saved = await updateWebhookEndpoint({ ...by(event.locals), input })
    if (!saved.ok) return failWith(saved, form)
    redirectWith(event, pageOf(event), 'The endpoint is saved.')
  },
  disable: toggle(true),
  enable: toggle(false),
  test: async (event) => {
    const sent = await testWebhookEndpoint({ ...by(event.locals), input: { id: event.params.id } })
    if (!sent.ok) redirectWith(event, pageOf(event), problemOf(sent).message, 'error')
    redirectWith(event, to('/settings/webhooks/deliveries', sent.value.id), 'A test message is on its way.')
  },
  rotate: async ({ locals, params }) => {
    const rotated = await rotateWebhookSecret({ ...by(locals), input: { id: params.id } })
    return rotated.ok ? { secret: rotated.value.secret } : failWith(rotated)
  },
  delete: async (event) => {
    const deleted = await deleteWebhookEndpoint({ ...by(event.locals), input: { id: event.params.id } })
    if (!deleted.ok) redirectWith(event, pageOf(event), problemOf(deleted).message, 'error')
    redirectWith(event, to('/settings/webhooks'), 'The endpoint and its log are deleted.')
  },
}
