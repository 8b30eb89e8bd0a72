import { getWebhookDelivery, replayWebhookDelivery } from '@usher/services'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { problemOf, valueOrErrorPage } from '#lib/server/refusals.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, depends }) => {
  depends('usher:webhook-delivery')
  const input = { deliveryId: params.deliveryId }
  return { delivery: valueOrErrorPage(await getWebhookDelivery({ ...by(locals), input })) }
}

export const actions: Actions = {
  replay: async (event) => {
    const { deliveryId } = event.params
    const replayed = await replayWebhookDelivery({ ...by(event.locals), input: { deliveryId } })
    const page = to('/settings/webhooks/deliveries', deliveryId)
    if (!replayed.ok) redirectWith(event, page, problemOf(replayed).message, 'error')
    redirectWith(event, page, 'It is sent again, under the same id.')
  },
}
