import { insertEmails, insertJobs, insertStaffLink, type Statement, useStaffLinks } from '@usher/database'
import { type StaffRole, sha256Hex, toBase64Url } from '@usher/domain'
import { type Actor, staffUserIdOf } from '../actor.ts'
import type { Deps } from '../deps.ts'
import { emailJob, sealEmailInput } from '../emails/queue.ts'

const lifetimes = { invitation: 3 * 24 * 60 * 60 * 1000, password_reset: 60 * 60 * 1000 } as const
/** Who waits at the screen for a mail goes before every send. */
const urgent = 0

/**
 * A one-time link and the mail that carries it; links of before are worthless. The link is in the mail alone: the row
 * has its hash, and the mail's row has it sealed.
 */
export async function staffLinkStatements(
  deps: Deps,
  user: { id: string; email: string; role: StaffRole },
  kind: keyof typeof lifetimes,
  by: Actor | null,
): Promise<Exclude<Statement, { guard: string }>[]> {
  const now = deps.now()
  const token = toBase64Url(deps.randomBytes(32))
  const emailId = deps.newId()
  const inputSealed = await sealEmailInput(deps, emailId, {
    kind,
    url: `${deps.origin}/admin/join?token=${token}`,
    by: by?.name ?? null,
    role: user.role,
  })
  const email = {
    id: emailId,
    key: `staff-link:${emailId}`,
    kind: 'staff_link' as const,
    toAddress: user.email,
    inputSealed,
  }
  return [
    useStaffLinks(deps.database, user.id, now),
    insertStaffLink(deps.database, {
      id: deps.newId(),
      kind,
      staffUserId: user.id,
      tokenHash: await sha256Hex(token),
      createdById: by && staffUserIdOf(by),
      createdAt: now,
      expiresAt: new Date(now.getTime() + lifetimes[kind]),
    }),
    insertEmails([email], now),
    insertJobs([emailJob(deps, emailId, urgent)], now),
  ]
}
