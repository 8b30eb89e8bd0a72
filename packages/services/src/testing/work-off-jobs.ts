import type { Mailer } from '@usher/mail'
import { createMailer } from '@usher/mail/node'
import type { Deps } from '../deps.ts'
import { type Delivery, deliverEmails } from '../emails/deliver.ts'
import { collectEvents } from '../events/collect.ts'
import { claimJobs } from '../jobs/claim.ts'
import { deliverWebhook } from '../webhooks/deliver.ts'
import type { WebhookSender } from '../webhooks/sender.ts'
import { advanceRuns } from '../workflow-runs/advance.ts'

/** Does what the worker would do now, until nothing is due: mails to the outbox, webhooks by the sender if there is one. */
export async function workOffJobs(
  deps: Deps,
  mailer: Mailer = createMailer({ transport: 'outbox', from: 'Usher <invitations@usher.example>' }),
  sender?: WebhookSender,
): Promise<Delivery[]> {
  const deliveries: Delivery[] = []
  const claim = (kind: 'run_workflow' | 'send_email' | 'deliver_webhook') =>
    claimJobs({
      deps,
      input: { kinds: [kind], maximumPriority: 1000, limit: 500, leaseMilliseconds: 30_000 },
    })
  for (;;) {
    while (await collectEvents({ deps }));
    const workflows = await claim('run_workflow')
    if (workflows) await advanceRuns({ deps, lease: workflows })
    const webhooks = sender ? await claim('deliver_webhook') : null
    for (const job of webhooks?.jobs ?? [])
      if (sender) await deliverWebhook({ deps, sender, leaseToken: webhooks?.token ?? '', job })
    const lease = await claim('send_email')
    if (lease) deliveries.push(await deliverEmails({ deps, mailer, lease }))
    else if (!workflows && !webhooks) return deliveries
  }
}
