import { findInvitationFacts } from '@usher/database'
import { readCode } from '@usher/domain'
import type { Deps } from '../deps.ts'
import { findInvitation, hashesOfPresentedCode } from '../redemptions/find-invitation.ts'
import { caution, fine, type Finding, problem } from './finding.ts'
import type { Question } from './read-question.ts'

/** What a code or a link turned out to be; the code itself is not in it. */
export type PresentedCode = {
  kind: 'generated' | 'chosen' | 'mistyped' | 'malformed' | 'missing'
  invitationId: string | null
  invitationName: string | null
  /** Whom it is meant for: the one of the link's proof, or of a Single. */
  contactId: string | null
  hosts: string[]
  proof: 'genuine' | 'stale' | 'none'
}

/** Looks a code up as the edge would, without counting as an attempt of anybody there. */
export async function findPresented(deps: Deps, { code, link }: Question): Promise<PresentedCode> {
  const nothing = {
    invitationId: null,
    invitationName: null,
    contactId: null,
    hosts: [],
    proof: 'none',
  } as const
  if (code === null) return { kind: 'missing', ...nothing, hosts: [] }
  const { kind } = await readCode(deps.keys, code)
  const codeHashes = await hashesOfPresentedCode(deps, code)
  const found = codeHashes && (await findInvitation(deps, { code, recipientProof: link?.recipientProof }))
  const [facts] = codeHashes ? await findInvitationFacts(deps.database, { codeHashes }, null, deps.now()) : []
  if (!found || !facts) return { kind, ...nothing, hosts: [] }
  const { recipient } = found.invitation
  return {
    kind,
    invitationId: facts.id,
    invitationName: facts.name,
    contactId: found.provenContactId ?? (facts.type === 'single' ? (recipient?.id ?? null) : null),
    hosts: [facts.website.edgeUrl, facts.website.baseUrl].flatMap((url) => URL.parse(url ?? '')?.host ?? []),
    proof: !link?.recipientProof ? 'none' : found.provenContactId ? 'genuine' : 'stale',
  }
}

export function findingsOfCode(presented: PresentedCode, { link }: Question): Finding[] {
  const what = link ? 'link' : 'code'
  switch (presented.kind) {
    case 'missing':
      return [problem('There is no code in this link. Ask for the whole link, or for the code in the mail.')]
    case 'mistyped':
      return [
        problem(
          `Nobody ever got this code: a symbol is wrong or missing. Compare it with the ${what} in the mail.`,
        ),
      ]
    case 'malformed':
      return [problem(`This is no code. One has 20 letters and digits, or is a word that staff chose.`)]
  }
  const { invitationId } = presented
  if (invitationId === null) {
    return [
      problem(
        presented.kind === 'generated'
          ? 'This code was genuine, but no invitation has it any more: it was replaced by a new one, or the invitation was deleted. Look the person up by e-mail.'
          : 'No invitation has this code. Compare its spelling.',
      ),
    ]
  }
  const findings: Finding[] = [
    fine(`The ${what} belongs to ${presented.invitationName}.`, { kind: 'show_invitation', invitationId }),
  ]
  if (link && !presented.hosts.includes(link.host)) {
    findings.push(
      problem(
        `The link leads to ${link.host}, but the invitation lives at ${presented.hosts[0]}. Send it again.`,
        {
          kind: 'send',
          invitationId,
        },
      ),
    )
  }
  if (presented.proof === 'stale') {
    findings.push(
      caution(
        'The link was mailed to an address that is not theirs any more, so it proves nothing: they confirm their address themselves.',
        {
          kind: 'send',
          invitationId,
        },
      ),
    )
  }
  return findings
}
