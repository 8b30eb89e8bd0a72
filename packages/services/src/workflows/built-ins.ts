import type { WorkflowDefinition } from '@usher/domain'

type BuiltIn = { key: string; name: string; description: string; definition: WorkflowDefinition }

/** What every house begins with. Texts are Liquid over the merge fields of `@usher/mail`. */
export const builtInWorkflows: readonly BuiltIn[] = [
  {
    key: 'send_invitation',
    name: 'Send Invitation',
    description:
      'Mails an invitation to its contacts. The link, the code and the expiry are added by themselves.',
    definition: {
      trigger: 'send',
      steps: [
        {
          key: 'invitation_mail',
          kind: 'send_email',
          subject: '{{ inviter.name }} invites you to {{ website.name }}',
          preheader: 'Open your invitation with one click, or with your code.',
          body: [
            'Hello{% if contact.firstName %} {{ contact.firstName }}{% endif %},',
            '{{ inviter.name }} invites you to {{ website.name }}. Accept the invitation below; it takes about a minute.',
          ].join('\n\n'),
          from: null,
          replyTo: null,
        },
      ],
    },
  },
  {
    key: 'welcome',
    name: 'Welcome',
    description: 'Welcomes a contact by mail once they have redeemed an invitation.',
    definition: {
      trigger: 'redemption',
      steps: [
        {
          key: 'welcome_mail',
          kind: 'send_email',
          subject: 'Welcome to {{ website.name }}',
          preheader: 'Your invitation is redeemed and your access is ready.',
          body: [
            'Hello{% if contact.firstName %} {{ contact.firstName }}{% endif %},',
            'Your invitation to {{ website.name }} is redeemed and your access is ready.{% if invitation.webRoles.size > 0 %} You are now: {{ invitation.webRoles | join: ", " }}.{% endif %}',
            'From now on simply sign in at {{ website.url }}.',
          ].join('\n\n'),
          from: null,
          replyTo: null,
        },
      ],
    },
  },
]
