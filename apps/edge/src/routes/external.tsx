import { type Context, Hono } from 'hono'
import { fullName, identityProviderCallbackUrl, refuse } from '@usher/domain'
import {
  findUsableIdentityProvider,
  linkIdentity,
  type InvitationPreview,
  type UsableIdentityProvider,
} from '@usher/services'
import type { Edge } from '../edge.ts'
import type { EdgeEnv } from '../edge-deps.ts'
import {
  endExternalTrip,
  type ExternalTrip,
  readExternalTrip,
  writeExternalTrip,
} from '../flow/external-cookie.ts'
import { readFlow, writeFlow } from '../flow/flow-cookie.ts'
import type { CarriedInvitation } from '../flow/flow.ts'
import { answerRefusal } from '../http/answer-refusal.tsx'
import { describeError } from '../http/describe-error.ts'
import { readForm } from '../http/read-body.ts'
import { submissionOf } from '../http/same-submission.ts'
import { isOwnRequest } from '../http/same-origin.ts'
import { type Arrival, arrive } from '../identity/external/arrive.ts'
import type { ExternalPerson } from '../identity/external/external-person.ts'
import type { SignedIn } from '../identity/identity.ts'
import { readVisitor } from '../identity/read-visitor.ts'
import { readSignInSettings } from '../identity/sign-in-settings.ts'
import { answerUnknown } from '../invitation/answer-unknown.tsx'
import { readCarried } from '../invitation/carried.ts'
import { presentInvitation } from '../invitation/present.ts'
import { redeemFor } from '../invitation/redeem.tsx'
import { showLanding } from '../invitation/show-landing.tsx'
import { showTypeCode } from '../invitation/show-type-code.tsx'
import { ComingBack, goOnScript, Leaving } from '../pages/provider-trip.tsx'
import { renderPage } from '../pages/render.tsx'
import { textsOf } from '../texts/choose.ts'

const purposes = ['redeem', 'sign_in', 'connect'] as const
/** What providers send back; nothing else goes on. */
const answerNames = ['code', 'state', 'iss', 'error', 'error_description', 'user']

/** To an identity provider and back. Opening an address changes nothing here either: what comes back goes on as a form. */
export function externalRoutes(edge: Edge) {
  const { deps, identity, submissions } = edge
  const findProvider = (c: Context<EdgeEnv>) =>
    findUsableIdentityProvider({ deps, input: { id: c.req.param('id') ?? '' } })

  const leave = async (c: Context<EdgeEnv>, form: URLSearchParams): Promise<Response> => {
    const provider = await findProvider(c)
    const purpose = purposes.find((known) => known === form.get('purpose')) ?? 'sign_in'
    const given = readCarried(form)
    if (!provider || given === 'invalid') return answerRefusal(c, refuse('invalid_request'))
    const counted = await identity.limits.countExternal(c.var.clientAddress)
    if (!counted.ok) return answerRefusal(c, counted)
    const visitor =
      purpose === 'connect' ? await readVisitor(c, deps, identity, { isAuthoritative: true }) : null
    if (purpose === 'connect' && !visitor) return c.redirect('/sign-in', 303)
    const invitation = purpose === 'redeem' ? (given ?? (await readFlow(c, deps))?.invitation ?? null) : null
    const at = invitation && (await presented(c, invitation, provider))
    if (at && 'response' in at) return at.response
    if (!at && !(await isOffered(provider))) return answerRefusal(c, refuse('invalid_request'))

    const callbackUrl = identityProviderCallbackUrl(deps.origin, provider.id)
    const email = at?.preview.recipient?.email ?? visitor?.email ?? null
    if (invitation) await writeFlow(c, deps, { invitation, pending: null })
    try {
      const { url, checks } = await identity.openId.begin(provider, {
        callbackUrl,
        email,
        isNew: purpose === 'redeem' && !invitation?.hasAccount,
      })
      await writeExternalTrip(c, deps, { providerId: provider.id, checks, purpose, remember: true })
      const texts = textsOf(c, { websiteLocale: at?.preview.website.locale })
      return renderPage(
        c,
        {
          texts,
          title: texts.external.leaving(provider.name),
          brand: at?.preview.website ?? null,
          headers: { refresh: `0;url=${url}` },
          back: invitation ? '/redeem/offer' : '/sign-in',
        },
        <Leaving texts={texts} provider={provider.name} url={url} />,
      )
    } catch (error) {
      deps.log('warn', 'identity_provider_unreachable', {
        requestId: c.var.requestId,
        providerId: provider.id,
        ...describeError(error),
      })
      return failed(c, purpose, invitation)
    }
  }

  /** The invitation as it stands, where it may be redeemed by way of this provider. */
  const presented = async (
    c: Context<EdgeEnv>,
    carried: CarriedInvitation,
    provider: UsableIdentityProvider,
  ): Promise<{ preview: InvitationPreview } | { response: Response }> => {
    const found = await presentInvitation(c, edge, carried, { mayWrite: true, visitor: null })
    if (!found.ok) return { response: await answerUnknown(c, found) }
    const { website, identityProviderId: asked, refusal } = found.preview
    const isOffered = website.id === provider.websiteId && website.settings.externalSignInEnabled
    if (!isOffered || (asked && asked !== provider.id))
      return { response: await answerRefusal(c, refuse('invalid_request')) }
    return refusal
      ? {
          response: await showLanding(c, edge, {
            preview: found.preview,
            visitor: null,
            carried,
            isInCookie: true,
          }),
        }
      : { preview: found.preview }
  }

  const isOffered = async ({ id }: UsableIdentityProvider) =>
    (await readSignInSettings(deps)).providers.some((provider) => provider.id === id)

  const showComingBack = async (c: Context<EdgeEnv>, answer: URLSearchParams): Promise<Response> => {
    const provider = await findProvider(c)
    if (!provider) return answerRefusal(c, refuse('invalid_request'))
    const texts = textsOf(c)
    return renderPage(
      c,
      { texts, title: texts.external.back, script: goOnScript },
      <ComingBack
        texts={texts}
        provider={provider.name}
        action={`/auth/callback/${provider.id}`}
        answer={answerNames.flatMap((name) => {
          const value = answer.get(name)
          return value === null ? [] : [[name, value] as const]
        })}
      />,
    )
  }

  const comeBack = async (c: Context<EdgeEnv>, answer: URLSearchParams): Promise<Response> => {
    const [provider, trip] = [await findProvider(c), await readExternalTrip(c, deps)]
    const flow = await readFlow(c, deps)
    endExternalTrip(c, deps)
    if (!provider || trip?.providerId !== provider.id) return failed(c, trip?.purpose ?? 'sign_in', null)
    const carried = trip.purpose === 'redeem' ? (flow?.invitation ?? null) : null
    const person = await identify(c, provider, trip, answer)
    if (!person) return failed(c, trip.purpose, carried)
    if (trip.purpose === 'connect') return connect(c, provider, person)
    return carried
      ? comeToRedeem(c, { provider, person, trip, carried })
      : comeToSignIn(c, { provider, person, trip })
  }

  /** Who it is, if everything about the answer is as it must be. */
  const identify = async (
    c: Context<EdgeEnv>,
    provider: UsableIdentityProvider,
    { checks }: ExternalTrip,
    answer: URLSearchParams,
  ): Promise<ExternalPerson | null> => {
    const callbackUrl = identityProviderCallbackUrl(deps.origin, provider.id)
    try {
      return await identity.openId.finish(provider, { callbackUrl, answer, checks })
    } catch (error) {
      deps.log('warn', 'external_sign_in_refused', {
        requestId: c.var.requestId,
        providerId: provider.id,
        ...describeError(error),
      })
      return null
    }
  }

  const connect = async (c: Context<EdgeEnv>, provider: UsableIdentityProvider, person: ExternalPerson) => {
    const visitor = await readVisitor(c, deps, identity, { isAuthoritative: true })
    if (!visitor) return c.redirect('/sign-in', 303)
    const account = { issuer: person.issuer, subject: person.subject, label: person.email ?? provider.name }
    const linked = await linkIdentity({ deps, input: { userId: visitor.userId, ...account } })
    return c.redirect(linked.ok ? '/profile?done=connected' : '/profile?problem=identity_taken', 303)
  }

  type Coming = { provider: UsableIdentityProvider; person: ExternalPerson; trip: ExternalTrip }

  const comeToRedeem = async (
    c: Context<EdgeEnv>,
    { provider, person, trip, carried }: Coming & { carried: CarriedInvitation },
  ): Promise<Response> => {
    const at = await presented(c, carried, provider)
    if ('response' in at) return at.response
    const { preview } = at
    const { recipient, website } = preview
    const arrival: Arrival = {
      provider,
      person,
      remember: trip.remember && website.settings.rememberMeEnabled,
      mayRegister: website.settings.registrationEnabled,
      provenEmail: recipient?.email ?? null,
      name: recipient && recipient.email ? fullName(recipient) : null,
    }
    const arrived = await arrive(c, deps, identity, arrival)
    if (arrived.ok) return goOn(c, preview, carried, arrived.value)
    if (arrived.refusal === 'address_needed') return askForAddress(c, arrival, carried)
    const problem = { kind: 'registration_closed', way: null } as const
    return showLanding(c, edge, { preview, visitor: null, carried, isInCookie: true, problem, status: 403 })
  }

  /** Terms are agreed to on the page that shows them; without any there is nothing left to ask. */
  const goOn = (
    c: Context<EdgeEnv>,
    preview: InvitationPreview,
    carried: CarriedInvitation,
    { visitor, isNew }: SignedIn,
  ) =>
    preview.website.settings.termsText.trim()
      ? c.redirect('/redeem/offer', 303)
      : redeemFor(c, edge, { preview, visitor, carried, isNew })

  const comeToSignIn = async (c: Context<EdgeEnv>, { provider, person, trip }: Coming): Promise<Response> => {
    const settings = await readSignInSettings(deps)
    const arrival: Arrival = {
      provider,
      person,
      remember: trip.remember && settings.rememberMeEnabled,
      mayRegister: settings.providers.some(({ id, isOpen }) => id === provider.id && isOpen),
      provenEmail: null,
      name: null,
    }
    const arrived = await arrive(c, deps, identity, arrival)
    if (arrived.ok) return c.redirect('/', 303)
    if (arrived.refusal === 'address_needed') return askForAddress(c, arrival, null)
    return showTypeCode(c, edge, { problem: { kind: 'invitation_needed' }, status: 403 })
  }

  const askForAddress = async (
    c: Context<EdgeEnv>,
    { provider, person, remember, name }: Arrival,
    invitation: CarriedInvitation | null,
  ) => {
    const { issuer, subject, email } = person
    await writeFlow(c, deps, {
      invitation,
      pending: {
        email: email ?? '',
        name: person.name ?? name,
        passwordHash: null,
        remember,
        external: { providerId: provider.id, issuer, subject, label: email },
      },
    })
    return c.redirect(`${invitation ? '/redeem' : '/sign-in'}/confirm-address`, 303)
  }

  const failed = async (
    c: Context<EdgeEnv>,
    purpose: ExternalTrip['purpose'],
    carried: CarriedInvitation | null,
  ): Promise<Response> => {
    if (purpose === 'connect') return c.redirect('/profile?problem=external_failed', 303)
    if (purpose === 'sign_in' || !carried) return c.redirect('/sign-in?problem=external_failed', 303)
    const found = await presentInvitation(c, edge, carried, { mayWrite: false, visitor: null })
    if (!found.ok) return answerUnknown(c, found)
    const problem = { kind: 'external_failed', way: null } as const
    const { preview } = found
    return showLanding(c, edge, { preview, visitor: null, carried, isInCookie: true, problem, status: 400 })
  }

  return (
    new Hono<EdgeEnv>()
      // Not answered twice alike: each browser has a state of its own, and a second click harms nobody.
      .post('/auth/external/:id', async (c) => {
        const form = await readForm(c)
        return form.ok ? leave(c, form.value) : answerRefusal(c, form)
      })
      .get('/auth/callback/:id', (c) => showComingBack(c, new URL(c.req.url).searchParams))
      .post('/auth/callback/:id', async (c) => {
        // Sent by the provider's own page, without our cookies: it goes on from ours.
        if (!isOwnRequest(c, deps)) {
          const form = await readForm(c)
          return form.ok ? showComingBack(c, form.value) : answerRefusal(c, form)
        }
        const form = await readForm(c)
        if (!form.ok) return answerRefusal(c, form)
        return submissions.answerOnce(submissionOf(c, form.value), () => comeBack(c, form.value))
      })
  )
}
