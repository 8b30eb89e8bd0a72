import type { InvitationFacts } from '@usher/database'
import {
  admitsDomain,
  defaultWebsiteSettings,
  isExpired,
  normaliseEmailAddress,
  seatsLeft,
} from '@usher/domain'
import { caution, fine, type Finding, problem } from './finding.ts'
import { findingsOfMail } from './mail-findings.ts'

/** Who wants to redeem it, as far as that is known. */
export type Asker = { contactId: string | null; name: string; email: string | null; hasSignIn: boolean }

/** What of an invitation keeps this person, or anybody, from redeeming it; in the order in which to mend it. */
export function findingsOfInvitation(invitation: InvitationFacts, asker: Asker | null, now: Date): Finding[] {
  const { redemption } = invitation
  if (redemption && asker) {
    return [
      fine(`${asker.name} has redeemed it. They only need to sign in to ${invitation.website.name}.`, {
        kind: 'show_redemption',
        redemptionId: redemption.id,
      }),
    ]
  }
  return [
    ...findingsOfState(invitation, now),
    ...findingsOfWebsite(invitation, asker),
    ...(asker ? findingsOfAsker(invitation, asker) : []),
    ...findingsOfGrants(invitation, now),
    ...(asker?.contactId && invitation.isInvited ? findingsOfMail(invitation, asker, now) : []),
  ]
}

function findingsOfState(invitation: InvitationFacts, now: Date): Finding[] {
  const invitationId = invitation.id
  const findings: Finding[] = []
  if (invitation.deactivatedAt) {
    findings.push(problem('It is inactive: nobody can redeem it.', { kind: 'activate', invitationId }))
  }
  if (isExpired(invitation, now)) {
    findings.push(problem('It has expired.', { kind: 'extend', invitationId }))
  }
  if (seatsLeft(invitation) === 0) {
    const { takenBy } = invitation
    findings.push(
      takenBy
        ? problem(
            `${takenBy.name} has redeemed it, and a Single has one seat. If that was the wrong person, undo it.`,
            {
              kind: 'show_redemption',
              redemptionId: takenBy.redemptionId,
            },
          )
        : problem(`All ${invitation.maximumRedemptions} seats are taken.`, {
            kind: 'add_seat',
            invitationId,
          }),
    )
  }
  if (invitation.hasOpenRequest) {
    findings.push(
      caution('They asked for a new link, and nobody has answered yet.', { kind: 'show_requests' }),
    )
  }
  return findings
}

function findingsOfWebsite({ website }: InvitationFacts, asker: Asker | null): Finding[] {
  const settings = { ...defaultWebsiteSettings, ...website.settings }
  const fix = { kind: 'edit_website', websiteId: website.id } as const
  if (!settings.invitationEnabled) {
    return [problem(`Invitations are switched off on ${website.name}: its links lead nowhere.`, fix)]
  }
  const waysIn = [
    settings.localSignInEnabled,
    settings.emailCodeEnabled,
    settings.passkeyEnabled,
    settings.externalSignInEnabled,
  ]
  if (!waysIn.some(Boolean)) {
    return [problem(`Every way to sign in is switched off on ${website.name}.`, fix)]
  }
  if (!settings.registrationEnabled && !asker?.hasSignIn) {
    return [
      problem(`Registration is switched off on ${website.name}: who never signed in cannot begin.`, fix),
    ]
  }
  return []
}

function findingsOfAsker(invitation: InvitationFacts, asker: Asker): Finding[] {
  if (invitation.isInvited) {
    return invitation.declinedAt
      ? [caution('They said that it is not for them. They can still follow the link and redeem it.')]
      : []
  }
  const invite = asker.contactId
    ? ({ kind: 'invite', invitationId: invitation.id, contactId: asker.contactId } as const)
    : asker.email
      ? ({ kind: 'create_contact', email: asker.email } as const)
      : null
  const edit = { kind: 'edit_invitation', invitationId: invitation.id } as const
  if (invitation.redeemableBy === 'invited') {
    const isSingle = invitation.type === 'single'
    return [
      problem(
        isSingle
          ? `It is for somebody else, and ${asker.name} is not them.`
          : `Only invited contacts may redeem it, and ${asker.name} is not among them.`,
        isSingle
          ? asker.contactId
            ? { kind: 'create_invitation', contactId: asker.contactId }
            : edit
          : invite,
      ),
    ]
  }
  const isOutside =
    invitation.redeemableBy === 'domains' &&
    asker.email !== null &&
    !admitsDomain(invitation.emailDomains, normaliseEmailAddress(asker.email))
  return isOutside
    ? [problem(`Only addresses at ${invitation.emailDomains.join(', ')} may redeem it.`, edit)]
    : [fine('Whoever has the link or the code may redeem it, with an address that they confirm.')]
}

function findingsOfGrants(invitation: InvitationFacts, now: Date): Finding[] {
  const edit = { kind: 'edit_invitation', invitationId: invitation.id } as const
  return invitation.webRoles.flatMap((role) => {
    if (role.grantEndsAt && role.grantEndsAt <= now) {
      return [caution(`It can be redeemed, but ${role.name} ended before: it is not given any more.`, edit)]
    }
    return role.isGrantable
      ? []
      : [
          caution(
            `It can be redeemed, but ${role.name} is not given: ${role.addedBy}, who put it there, may not grant it any more.`,
            edit,
          ),
        ]
  })
}
