import type { ActivityType } from '@usher/domain'
import {
  type ActivityListItem,
  addSampleData,
  getOverview,
  hasSampleData,
  listActivities,
  listContacts,
  listEmails,
  listInvitations,
  listRedemptions,
  listWebRoles,
  removeSampleData,
} from '@usher/services'
import { counted } from '#lib/format.ts'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { failWith, valueOrErrorPage } from '#lib/server/refusals.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => {
  const call = by(locals)
  const one = { limit: 1 }
  const [contacts, webRoles, invitations, emails, redemptions, activities, hasSamples, overview] =
    await Promise.all([
      listContacts({ ...call, input: one }),
      listWebRoles({ ...call, input: one }),
      listInvitations({ ...call, input: one }),
      listEmails({ ...call, input: { ...one, kind: 'invitation' } }),
      listRedemptions({ ...call, input: { limit: 6 } }),
      listActivities({ ...call, input: { limit: 60 } }),
      hasSampleData(call),
      getOverview({ ...call, input: {} }),
    ])
  const count = (page: { items: unknown[]; totalCount?: number }) => page.totalCount ?? page.items.length
  const views = valueOrErrorPage(invitations).counts
  return {
    counts: {
      contacts: count(valueOrErrorPage(contacts)),
      webRoles: count(valueOrErrorPage(webRoles)),
      invitations: views?.all ?? 0,
      openInvitations: views?.open ?? 0,
      emails: count(valueOrErrorPage(emails)),
      redemptions: count(valueOrErrorPage(redemptions)),
    },
    redemptions: valueOrErrorPage(redemptions).items,
    activities: worthTelling(valueOrErrorPage(activities).items),
    ...valueOrErrorPage(overview),
    hasSamples,
  }
}

/** Each step of each mail is on its own page; redemptions stand beside. */
const tooMuch: readonly ActivityType[] = [
  'email_queued',
  'email_sent',
  'email_delivered',
  'email_opened',
  'invite_redemption',
]
const activitiesShown = 8

/** The latest, without what every mail leaves, and what happened many times in a row told once. */
function worthTelling(activities: readonly ActivityListItem[]) {
  return activities
    .filter(({ type }) => !tooMuch.includes(type))
    .filter(({ type, subject }, index, told) => {
      const before = told[index - 1]
      return before?.type !== type || before.subject !== subject
    })
    .slice(0, activitiesShown)
}

export const actions: Actions = {
  addSamples: async (event) => {
    const added = await addSampleData(by(event.locals))
    if (!added.ok) return failWith(added)
    const { contacts, invitations } = added.value
    redirectWith(
      event,
      to('/'),
      `${counted(contacts, 'contact')} and ${counted(invitations, 'invitation')} were added. Look at the invitations next.`,
    )
  },
  removeSamples: async (event) => {
    const removed = await removeSampleData(by(event.locals))
    if (!removed.ok) return failWith(removed)
    const { stayed } = removed.value
    const kept = stayed.map(({ name, reason }) => `${name} (${reason})`).join('; ')
    redirectWith(
      event,
      to('/'),
      stayed.length === 0 ? 'The sample data was removed.' : `The sample data was removed, but for ${kept}.`,
    )
  },
}
