import type { PersonFacts } from '@usher/database'
import { fullName, normaliseEmailAddress, type SuppressionReason } from '@usher/domain'
import { caution, fine, type Finding, problem } from './finding.ts'

const reasons = {
  unsubscribed: 'They asked for no more invitations',
  manual: 'Staff put the address on the list of those that are not mailed',
  spam_complaint: 'They reported a mail as unwanted',
  hard_bounce: 'Mail to it came back for good',
  provider: 'The mail service refuses to send to it',
} as const satisfies Record<SuppressionReason, string>

/** What of a person, whichever invitation it is, can keep them out. */
export function findingsOfPerson(
  person: PersonFacts,
  known: { suppression: SuppressionReason | null; lockedUntil: Date | null; now: Date },
): Finding[] {
  const name = fullName(person)
  const findings: Finding[] = []
  if (!person.email) {
    findings.push(
      problem(`${name} has no e-mail address, so nothing can be mailed, and no address can prove them.`, {
        kind: 'edit_contact',
        contactId: person.id,
      }),
    )
  }
  if (known.suppression) {
    findings.push(
      caution(`Invitations are not mailed to ${person.email}. ${reasons[known.suppression]}.`, {
        kind: 'lift_suppression',
      }),
    )
  }
  if (known.lockedUntil) {
    const minutes = Math.max(1, Math.ceil((known.lockedUntil.getTime() - known.now.getTime()) / 60_000))
    findings.push(
      problem(
        `Too many failed attempts to sign in: locked for another ${minutes === 1 ? 'minute' : `${minutes} minutes`}.`,
        {
          kind: 'unlock_sign_in',
          contactId: person.id,
        },
      ),
    )
  }
  return [...findings, ...findingsOfSignIn(person, name)]
}

function findingsOfSignIn(person: PersonFacts, name: string): Finding[] {
  const { signIn, namesake } = person
  if (signIn) {
    const isOther = person.email !== null && signIn.email !== normaliseEmailAddress(person.email)
    return [
      isOther
        ? caution(
            `${name} signs in as ${signIn.email}, not as ${person.email}: who comes with another sign-in is told that this contact has one already.`,
          )
        : fine(`${name} has signed in before, as ${signIn.email}.`),
    ]
  }
  if (namesake?.contactId) {
    return [
      problem(`Whoever signs in as ${person.email} belongs to another contact already.`, {
        kind: 'edit_contact',
        contactId: person.id,
      }),
    ]
  }
  if (namesake && !namesake.emailVerified) {
    return [
      caution(
        `There is a sign-in for ${person.email} whose address was never confirmed. Signing in with an e-mail code, or the link in the mail, confirms it.`,
      ),
    ]
  }
  return [fine(`${name} has not signed in yet. The link in the mail is enough to begin.`)]
}
