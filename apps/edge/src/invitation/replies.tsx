import type { Context } from 'hono'
import { refuse } from '@usher/domain'
import { declineInvitation, requestNewLink } from '@usher/services'
import type { Edge } from '../edge.ts'
import type { EdgeEnv } from '../edge-deps.ts'
import { answerRefusal } from '../http/answer-refusal.tsx'
import { describeError } from '../http/describe-error.ts'
import { Refusal } from '../pages/refusal.tsx'
import { renderPage } from '../pages/render.tsx'
import { textsOfInvitation } from '../texts/choose.ts'
import type { RefusalText } from '../texts/index.ts'
import { pathOfCarried } from './carried.ts'
import { mayAskForNewLink } from './may-ask.ts'
import type { At, Step } from './steps.tsx'

/** The same answer to everybody, whatever comes of it: how it goes on is told by mail to the right address alone. */
export const askForNewLink: Step = async (c, edge, _, at) => {
  const { preview, carried } = at
  if (!mayAskForNewLink(preview)) return { response: await answerRefusal(c, refuse('invalid_request')) }
  takeUp(c, edge, at, () => requestNewLink({ deps: edge.deps, input: carried }))
  const { newLink } = textsOfInvitation(c, preview)
  const { doneHeading: heading, done, next } = newLink
  const address = preview.recipient?.maskedEmail ?? ''
  return {
    response: await answerReply(c, at, { heading, happened: done(preview.inviter), next: next(address) }),
  }
}

export const decline: Step = async (c, edge, form, at) => {
  const { preview, carried } = at
  if (!preview.recipient) return { response: await answerRefusal(c, refuse('invalid_request')) }
  const kind = form.get('why') === 'not_me' ? 'not_me' : 'declined'
  takeUp(c, edge, at, () => declineInvitation({ deps: edge.deps, input: { ...carried, kind } }))
  const { doneHeading: heading, done, next } = textsOfInvitation(c, preview).decline
  return { response: await answerReply(c, at, { heading, happened: done(preview.inviter), next }) }
}

/** After the answer, so that its time tells nothing. */
function takeUp(c: Context<EdgeEnv>, { deps, replyLimits }: Edge, { preview }: At, act: () => Promise<void>) {
  const { clientAddress, requestId } = c.var
  const counted = async () => {
    if (await replyLimits.count({ invitationId: preview.invitationId, clientAddress })) await act()
    else deps.log('warn', 'reply_not_taken_up', { requestId })
  }
  deps.inBackground(
    counted().catch((error: unknown) =>
      deps.log('error', 'reply_not_taken_up', { requestId, ...describeError(error) }),
    ),
  )
}

const answerReply = (c: Context<EdgeEnv>, { preview, carried }: At, text: RefusalText) =>
  renderPage(
    c,
    {
      texts: textsOfInvitation(c, preview),
      title: text.heading,
      brand: preview.website,
      back: pathOfCarried(carried),
    },
    <Refusal text={text} />,
  )
