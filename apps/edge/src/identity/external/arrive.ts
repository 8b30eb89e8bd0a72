import { ok, type Result, refuse } from '@usher/domain'
import {
  createInviteeWithAccount,
  findInviteeOfAccount,
  findInviteeOfAddress,
  linkIdentity,
  type UsableIdentityProvider,
} from '@usher/services'
import type { Context } from 'hono'
import type { EdgeDeps, EdgeEnv } from '../../edge-deps.ts'
import { beginSession } from '../begin-session.ts'
import type { Identity, SignedIn } from '../identity.ts'
import type { ExternalPerson } from './external-person.ts'

/** What is known of who comes back from a provider, besides what it says of them. */
export type Arrival = {
  provider: UsableIdentityProvider
  person: ExternalPerson
  remember: boolean
  /** Whether somebody who is not known yet may become known. */
  mayRegister: boolean
  /** The address that the mailed link has proven. */
  provenEmail: string | null
  /** What they are called, where the provider does not say. */
  name: string | null
}

/**
 * Signs in who comes back from a provider. Known by issuer and subject, else by an address that the provider has
 * verified and that the house trusts it with. Refuses `unknown_person` when nobody may become known, and
 * `address_needed` when there is no proven address yet: nobody is created before the proof.
 */
export async function arrive(
  c: Context<EdgeEnv>,
  deps: EdgeDeps,
  identity: Identity,
  arrival: Arrival,
): Promise<Result<SignedIn, 'unknown_person' | 'address_needed'>> {
  const { provider, person, remember } = arrival
  const account = { issuer: person.issuer, subject: person.subject, label: person.email }
  const begin = async (userId: string, isNew: boolean) => {
    const signedInWith = provider.id
    const signedIn = await beginSession(c, deps, identity, { userId, remember, signedInWith })
    return signedIn ? ok({ ...signedIn, isNew }) : refuse('unknown_person')
  }

  const known = await findInviteeOfAccount({ deps, input: account })
  if (known) return begin(known.userId, false)

  const verified = person.emailVerified && provider.options.vouchesForEmail ? person.email : null
  const owner = verified && (await findInviteeOfAddress({ deps, input: { email: verified } }))
  if (owner) {
    const linked = await linkIdentity({ deps, input: { userId: owner.userId, ...account } })
    return linked.ok ? begin(owner.userId, false) : refuse('unknown_person')
  }

  const email = verified ?? (await whileNobodys(deps, arrival.provenEmail))
  if (!email) return refuse('address_needed')
  if (!arrival.mayRegister) return refuse('unknown_person')
  const name = person.name ?? arrival.name ?? ''
  const created = await createInviteeWithAccount({ deps, input: { email, name, account } })
  // Somebody was quicker by a moment: a code by e-mail tells whether it was them.
  return created.ok ? begin(created.value.userId, true) : refuse('address_needed')
}

/** A link may be passed on: it makes a new person, and never opens the account of one who is there. */
const whileNobodys = async (deps: EdgeDeps, email: string | null): Promise<string | null> =>
  email && !(await findInviteeOfAddress({ deps, input: { email } })) ? email : null
