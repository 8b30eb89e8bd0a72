import type { WorkflowDefinition } from '@usher/domain'

/** Workflows to start from. What only the house knows, such as a web role, is chosen afterwards. */
export const workflowExamples: readonly {
  key: string
  name: string
  description: string
  definition: WorkflowDefinition
}[] = [
  {
    key: 'welcome',
    name: 'Welcome after two days',
    description: 'Two days after the redemption a mail asks how it goes.',
    definition: {
      trigger: 'redemption',
      steps: [
        { key: 'two_days', kind: 'wait_duration', duration: { amount: 2, unit: 'days' } },
        {
          key: 'how_it_goes',
          kind: 'send_email',
          subject: 'How is {{ website.name }} working for you?',
          preheader: 'Two days in.',
          body: 'Hello{% if contact.firstName %} {{ contact.firstName }}{% endif %},\n\nyou joined {{ website.name }} two days ago. Is anything missing? Answer this mail, and we help.',
          from: null,
          replyTo: null,
        },
      ],
    },
  },
  {
    key: 'crm',
    name: 'Tell the CRM',
    description:
      'A signed webhook tells another system who redeemed, and marks the contact once it got through.',
    definition: {
      trigger: 'redemption',
      steps: [
        {
          key: 'tell_crm',
          kind: 'call_webhook',
          endpointId: 'choose',
          eventType: 'contact.joined',
          fields: { email: '{{ contact.email }}', company: '{{ contact.accountName }}' },
        },
        { key: 'mark', kind: 'add_tag', tag: 'in CRM' },
      ],
    },
  },
  {
    key: 'approval',
    name: 'Approve a privileged role',
    description:
      'Staff are asked before the contact gets a web role; without an answer within a week it is a no.',
    definition: {
      trigger: 'redemption',
      steps: [
        {
          key: 'ask',
          kind: 'ask_approval',
          question: 'Give {{ coalesce(contact.fullName, contact.email) }} the privileged role?',
          timeout: { amount: 1, unit: 'weeks' },
        },
        {
          key: 'decision',
          kind: 'branch',
          condition: 'steps.ask.approved',
          then: [{ key: 'give_role', kind: 'add_web_role', webRoleId: 'choose', lasts: null }],
          else: [{ key: 'declined', kind: 'stop', reason: 'Not approved' }],
        },
      ],
    },
  },
]
