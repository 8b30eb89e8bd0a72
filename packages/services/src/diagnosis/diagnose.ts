import {
  findContactsOfAddress,
  findInvitationFacts,
  findPersonFacts,
  findSignInOfAddress,
  type InvitationFacts,
  type PersonFacts,
} from '@usher/database'
import { fullName, type ManagementRefusal, ok, refuse, type Result } from '@usher/domain'
import * as v from 'valibot'
import { type Actor, refuseUnless } from '../actor.ts'
import { countAttempt } from '../attempts/count.ts'
import type { Call } from '../call.ts'
import type { Deps } from '../deps.ts'
import { idField } from '../fields.ts'
import { parseInput, refuseInput } from '../parse-input.ts'
import { findSuppressed } from '../suppressions/find-suppressed.ts'
import { findingsOfCode, findPresented } from './code-findings.ts'
import { caution, fine, type Finding, problem } from './finding.ts'
import { type Asker, findingsOfInvitation } from './invitation-findings.ts'
import { findLockEnd } from './lock-out.ts'
import { findingsOfPerson } from './person-findings.ts'
import { type Question, readQuestion } from './read-question.ts'

/** Why somebody cannot get in: what was looked at, in the order in which to mend it. Holds no code. */
export type Diagnosis = {
  contact: { id: string; name: string; email: string | null } | null
  /** Of the person, the link and the code. */
  findings: Finding[]
  invitations: { id: string; name: string; websiteName: string; findings: Finding[] }[]
}

export const diagnoseAccessSchema = v.strictObject({
  question: v.optional(
    v.pipe(
      v.string(),
      v.trim(),
      v.maxLength(2000),
      v.description(
        'An e-mail address, a link or a code; or an address together with a link or a code. It is not kept.',
      ),
    ),
    '',
  ),
  contactId: v.optional(v.pipe(idField, v.description('Instead of their address.'))),
  invitationId: v.optional(v.pipe(idField, v.description('Instead of its link or code.'))),
})
export type DiagnoseAccessInput = v.InferInput<typeof diagnoseAccessSchema>

/** Nobody asks this often by hand; guessing codes would. */
const questionsPerQuarterHour = 100

/**
 * Says why somebody cannot get in. What was typed goes nowhere: into no log, no row, and not into the answer.
 * Refuses `too_many_attempts` whoever would guess codes with it. Input: `DiagnoseAccessInput`.
 */
export async function diagnoseAccess({
  deps,
  actor,
  input,
}: Call): Promise<Result<Diagnosis, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'read')
  if (forbidden) return forbidden
  const parsed = parseInput(diagnoseAccessSchema, input)
  if (!parsed.ok) return parsed
  const { question: text, ...ids } = parsed.value
  if (!text && (ids.contactId ?? ids.invitationId) !== undefined) return ok(await diagnoseIds(deps, ids))
  const question = readQuestion(text)
  if (!question) {
    return refuseInput({ path: 'question', message: 'Type an e-mail address, a link or a code.' })
  }
  const counted = await countAttempt({ deps, input: [budgetOf(actor)] })
  if (!counted.ok)
    return refuse('too_many_attempts', { ...counted, detail: 'That was often. Wait a few minutes.' })
  return ok(await diagnose(deps, question))
}

const budgetOf = (actor: Actor) => ({
  bucket: `diagnosis:${'id' in actor ? actor.id : actor.kind}`,
  limit: questionsPerQuarterHour,
  windowSeconds: 900,
})

async function diagnose(deps: Deps, question: Question): Promise<Diagnosis> {
  const presented = question.code === null && !question.link ? null : await findPresented(deps, question)
  const named = question.address === null ? null : await findNamed(deps, question.address)
  const person = named ? named.person : await findPerson(deps, presented?.contactId)
  return describe(deps, {
    person,
    asker: named?.asker ?? null,
    invitationId: presented ? presented.invitationId : undefined,
    findings: [...(presented ? findingsOfCode(presented, question) : []), ...(named?.findings ?? [])],
  })
}

/** The same of a contact, or of an invitation, that is known already. */
const diagnoseIds = async (
  deps: Deps,
  ids: { contactId?: string | undefined; invitationId?: string | undefined },
) =>
  describe(deps, {
    person: await findPerson(deps, ids.contactId),
    asker: null,
    invitationId: ids.invitationId,
    findings: [],
  })

type Subject = {
  person: PersonFacts | null
  /** Who asks; without one the person does. */
  asker: Asker | null
  /** The invitation it is about: null is none that exists, undefined all that the person has. */
  invitationId: string | null | undefined
  findings: Finding[]
}

async function describe(deps: Deps, { person, asker, invitationId, findings }: Subject): Promise<Diagnosis> {
  const invitations = await findInvitationsOf(deps, person, invitationId)
  const whoAsks = asker ?? (person && askerOf(person))
  const isUninvited = person && invitationId === undefined && invitations.length === 0
  return {
    contact: person && { id: person.id, name: fullName(person), email: person.email },
    findings: [
      ...findings,
      ...(person ? await aboutPerson(deps, person, invitations) : []),
      ...(isUninvited
        ? [
            problem(`${fullName(person)} is not invited to anything.`, {
              kind: 'create_invitation',
              contactId: person.id,
            }),
          ]
        : []),
    ],
    invitations: invitations.map((invitation) => ({
      id: invitation.id,
      name: invitation.name,
      websiteName: invitation.website.name,
      findings: withVerdict(findingsOfInvitation(invitation, whoAsks, deps.now()), whoAsks),
    })),
  }
}

const findInvitationsOf = async (deps: Deps, person: PersonFacts | null, id: string | null | undefined) => {
  const by = id ? { id } : id === undefined && person ? { contactId: person.id } : null
  return by ? findInvitationFacts(deps.database, by, person?.id ?? null, deps.now()) : []
}

/** Who an address belongs to, and what is odd about that. */
async function findNamed(deps: Deps, address: string) {
  const [[contact, ...others], signIn] = await Promise.all([
    findContactsOfAddress(deps.database, address),
    findSignInOfAddress(deps.database, address),
  ])
  const stranger: Asker = { contactId: null, name: address, email: address, hasSignIn: signIn !== null }
  if (!contact) {
    const text = `No contact has the address ${address}. Compare it with the one they sign in with.`
    return {
      person: null,
      asker: stranger,
      findings: [problem(text, { kind: 'create_contact', email: address })],
    }
  }
  const person = await findPersonFacts(deps.database, contact.id)
  const findings: Finding[] = []
  if (!contact.isPrimary) {
    const text = `${address} is not the primary e-mail of ${fullName(contact)}: invitations go to ${contact.email ?? 'nowhere'}, and only the primary e-mail proves who they are.`
    findings.push(caution(text, { kind: 'edit_contact', contactId: contact.id }))
  }
  if (others.length > 0) findings.push(caution(`${others.length} more contacts have this address.`))
  return { person, asker: person ? { ...askerOf(person), email: address } : stranger, findings }
}

const findPerson = async (deps: Deps, contactId: string | null | undefined): Promise<PersonFacts | null> =>
  contactId ? findPersonFacts(deps.database, contactId) : null

const askerOf = (person: PersonFacts): Asker => ({
  contactId: person.id,
  name: fullName(person),
  email: person.email,
  hasSignIn: person.signIn !== null || person.namesake !== null,
})

async function aboutPerson(
  deps: Deps,
  person: PersonFacts,
  invitations: readonly InvitationFacts[],
): Promise<Finding[]> {
  const suppressionOf = await findSuppressed(deps, [person.email])
  const websiteIds = [...new Set(invitations.map(({ website }) => website.id))]
  const suppression =
    [null, ...websiteIds].map((id) => suppressionOf(person.email, id)).find((reason) => reason !== null) ??
    null
  const lockedUntil = await findLockEnd(deps, person.signIn?.email ?? person.email)
  return findingsOfPerson(person, { suppression, lockedUntil, now: deps.now() })
}

/** Nothing wrong is worth saying as well. */
const withVerdict = (findings: Finding[], asker: Asker | null): Finding[] =>
  findings.some(({ severity, fix }) => severity === 'problem' || fix?.kind === 'show_redemption')
    ? findings
    : [...findings, fine(`Nothing of this invitation keeps ${asker?.name ?? 'anybody'} out.`)]
