import type { Mailer } from '@usher/mail'
import { createMailer } from '@usher/mail/node'
import type { Deps } from '../deps.ts'
import { type Delivery, deliverEmails } from '../emails/deliver.ts'
import { claimJobs } from '../jobs/claim.ts'
import { advanceRuns } from '../workflow-runs/advance.ts'

/** Does what the worker would do now, until nothing is due. Mails go to the outbox unless another mailer is given. */
export async function workOffJobs(
  deps: Deps,
  mailer: Mailer = createMailer({ transport: 'outbox', from: 'Usher <invitations@usher.example>' }),
): Promise<Delivery[]> {
  const deliveries: Delivery[] = []
  const claim = (kind: 'run_workflow' | 'send_email') =>
    claimJobs({
      deps,
      input: { kinds: [kind], maximumPriority: 1000, limit: 500, leaseMilliseconds: 30_000 },
    })
  for (;;) {
    const workflows = await claim('run_workflow')
    if (workflows) await advanceRuns({ deps, lease: workflows })
    const lease = await claim('send_email')
    if (lease) deliveries.push(await deliverEmails({ deps, mailer, lease }))
    else if (!workflows) return deliveries
  }
}
