import { exclusionReasonTexts, sendInvitations } from '@usher/services'
import { operator } from '../deps.ts'
import { withHouse } from '../house/with-house.ts'
import { stopOver } from '../stop.ts'
import { defineNoun, defineVerb } from '../verb.ts'

const send = defineVerb({
  name: 'send',
  description: 'Put the mails of invitations on their way; a running house sends them',
  args: {
    ids: { type: 'positional', description: 'The invitations’ ids', valueHint: 'ID…', required: true },
  },
  run: ({ args }) =>
    withHouse(async ({ deps }) => {
      const sent = await sendInvitations({ deps, actor: operator, input: { invitationIds: args._ } })
      if (!sent.ok) throw stopOver(sent)
      const { planned, excluded } = sent.value
      const left = excluded.map(
        ({ invitationId, contactId, reason }) =>
          `  ${contactId ? `contact ${contactId}` : `invitation ${invitationId}`}: ${exclusionReasonTexts[reason]}`,
      )
      const text = [
        `${planned} on their way, ${excluded.length} left out (send ${sent.value.id}).`,
        ...left,
      ].join('\n')
      return { text, data: sent.value }
    }),
})

export default defineNoun('invitations', 'Invitations', { send })
