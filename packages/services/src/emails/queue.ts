import { insertEmails, insertJobs, type NewEmail } from '@usher/database'
import { readEmailAddress, type Result, ok, seal } from '@usher/domain'
import type { Deps } from '../deps.ts'
import { refuseInput } from '../parse-input.ts'

/** Who waits at the screen for a mail goes before every send. */
const urgent = 0

/** Puts a mail to an address on its way: row and job together. `secret` is what only the worker may read. */
export async function queueEmail(
  deps: Deps,
  email: Pick<NewEmail, 'kind' | 'websiteId'> & { address: string; secret: Record<string, string | null> },
): Promise<Result<{ emailId: string }, 'invalid_request'>> {
  const address = readEmailAddress(email.address)
  if (!address) {
    return refuseInput({ path: 'address', message: 'Give one plain address, such as jane@contoso.com.' })
  }
  const id = deps.newId()
  const row: NewEmail = {
    id,
    key: `${email.kind}:${id}`,
    kind: email.kind,
    websiteId: email.websiteId ?? null,
    toAddress: address,
    inputSealed: await sealEmailInput(deps, id, email.secret),
  }
  await deps.database.write([
    insertEmails([row], deps.now()),
    insertJobs([emailJob(deps, id, urgent)], deps.now()),
  ])
  deps.onJobsWritten?.()
  return ok({ emailId: id })
}

/** The job that sends one e-mail; its key makes two of them one. */
export const emailJob = (deps: Deps, emailId: string, priority: number) => ({
  id: deps.newId(),
  kind: 'send_email' as const,
  key: `email:${emailId}`,
  payload: { emailId },
  priority,
})

/** What the renderer needs and no row may hold in clear. */
export const sealEmailInput = (
  deps: Deps,
  emailId: string,
  input: Record<string, unknown>,
): Promise<string> =>
  seal(deps.keys, JSON.stringify(input), { iv: deps.randomBytes(12), context: `email-input:${emailId}` })
