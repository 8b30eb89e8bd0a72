import type { StaffRole } from '@usher/domain'
import BookUser from '@lucide/svelte/icons/book-user'
import Building2 from '@lucide/svelte/icons/building-2'
import Globe from '@lucide/svelte/icons/globe'
import House from '@lucide/svelte/icons/house'
import Inbox from '@lucide/svelte/icons/inbox'
import ListChecks from '@lucide/svelte/icons/list-checks'
import KeyRound from '@lucide/svelte/icons/key-round'
import LogIn from '@lucide/svelte/icons/log-in'
import MailOpen from '@lucide/svelte/icons/mail-open'
import MailPlus from '@lucide/svelte/icons/mail-plus'
import MailQuestion from '@lucide/svelte/icons/mail-question-mark'
import ScrollText from '@lucide/svelte/icons/scroll-text'
import Send from '@lucide/svelte/icons/send'
import ShieldCheck from '@lucide/svelte/icons/shield-check'
import Stethoscope from '@lucide/svelte/icons/stethoscope'
import CirclePause from '@lucide/svelte/icons/circle-pause'
import TicketCheck from '@lucide/svelte/icons/ticket-check'
import UsersRound from '@lucide/svelte/icons/users-round'
import Webhook from '@lucide/svelte/icons/webhook'
import Workflow from '@lucide/svelte/icons/workflow'
import type { Component } from 'svelte'

export type Destination = {
  path: string
  label: string
  icon: Component
  /** Whom it is shown to; everybody unless told. */
  roles?: readonly StaffRole[]
  /** Other sections that belong to it. */
  also?: readonly string[]
}

/** The sidebar, from what is used daily to what is set up once. */
export const navigation: readonly { label: string | null; items: readonly Destination[] }[] = [
  {
    label: null,
    items: [
      { path: '/', label: 'Overview', icon: House },
      { path: '/invitations', label: 'Invitations', icon: MailPlus },
      { path: '/requests', label: 'Requests', icon: MailQuestion },
      { path: '/contacts', label: 'Contacts', icon: BookUser },
      { path: '/accounts', label: 'Accounts', icon: Building2 },
      { path: '/why', label: 'Why can’t they get in?', icon: Stethoscope },
    ],
  },
  {
    label: 'Access',
    items: [
      { path: '/web-roles', label: 'Web roles', icon: ShieldCheck },
      { path: '/websites', label: 'Websites', icon: Globe },
      { path: '/workflows', label: 'Workflows', icon: Workflow, also: ['/workflow-runs'] },
      { path: '/templates', label: 'Invitation mail', icon: MailOpen },
    ],
  },
  {
    label: 'Activity',
    items: [
      { path: '/emails', label: 'Outbox', icon: Inbox, also: ['/sends', '/suppressions'] },
      { path: '/redemptions', label: 'Redemptions', icon: TicketCheck },
      { path: '/tasks', label: 'Bulk changes', icon: ListChecks },
      { path: '/parked', label: 'Stuck work', icon: CirclePause },
      { path: '/audit-log', label: 'Audit log', icon: ScrollText, roles: ['owner', 'admin'] },
    ],
  },
  {
    label: 'Settings',
    items: [
      { path: '/settings/sign-in', label: 'Sign-in', icon: LogIn, roles: ['owner', 'admin'] },
      { path: '/settings/mail', label: 'Mail', icon: Send, roles: ['owner', 'admin'] },
      { path: '/settings/webhooks', label: 'Webhooks', icon: Webhook, roles: ['owner', 'admin'] },
      { path: '/settings/api-keys', label: 'API keys', icon: KeyRound, roles: ['owner', 'admin'] },
      { path: '/settings/staff', label: 'Staff', icon: UsersRound },
    ],
  },
]
