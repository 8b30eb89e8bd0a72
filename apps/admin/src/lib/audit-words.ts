import { counted } from './format.ts'
import { to } from './paths.ts'

/** Actions whose name alone does not say it well. */
const sentences: Record<string, string> = {
  'contact.imported': 'imported contacts',
  'invitation.code_revealed': 'looked at the code of invitation',
  'invitation.link_copied': 'copied the link of invitation',
  'invitation.code_changed': 'changed the code of invitation',
  'invitation_request.created': 'asked or told something about an invitation',
  'invitation_request.approved': 'gave a new link',
  'invitation_request.closed': 'answered a request',
  'redemption.given_back': 'gave access back',
  'contact.erased': 'erased the person behind contact',
  'email.revealed': 'looked at the code in the mail',
  'oidc_client.secret_renewed': 'gave a new secret to',
  'oidc_key.rotated': 'changed the key that signs tokens,',
  'power_pages.imported': 'brought over from Power Pages',
  'workflow_run.retried': 'retried a run of',
  'workflow_run.cancelled': 'cancelled a run of',
  'workflow_run.replayed': 'replayed a run of',
  'workflow_run.approved': 'approved in a run of',
  'workflow_run.declined': 'declined in a run of',
  'webhook_endpoint.secret_rotated': 'made a new secret for webhook endpoint',
  'webhook_endpoint.tested': 'sent a test to webhook endpoint',
  'webhook_delivery.replayed': 'sent a webhook message again',
  'web_role.granted': 'gave a web role to',
  'web_role.revoked': 'took a web role from',
  'job.retried': 'retried parked work',
  'redemption.undone': 'undid a redemption of',
  'grant.created': 'gave the web role',
  'grant.updated': 'changed the end of the web role',
  'grant.revoked': 'took back the web role',
  'contact.sign_in_unlocked': 'unlocked the sign-in of',
  'staff.joined': 'joined as staff user',
  'staff.link_sent': 'mailed a sign-in link to',
  'staff.reset_requested': 'asked for a new password:',
  'staff.password_reset': 'chose a new password by mail:',
  'staff.password_changed': 'changed the password of',
  'staff.session_revoked': 'signed out a session of',
  'staff.two_factor_enabled': 'turned on two-factor:',
  'staff.two_factor_disabled': 'turned off two-factor:',
  'staff.two_factor_removed': 'removed the two-factor of',
  'staff.recovery_codes_made': 'made new recovery codes:',
  'email_template.draft_saved': 'saved a draft of the invitation mail,',
  'email_template.draft_deleted': 'discarded the draft of the invitation mail,',
  'email_template.activated': 'activated the invitation mail,',
  'email_template.restored': 'restored a version of the invitation mail,',
  'email_template.tested': 'sent a test of the invitation mail,',
  'mail_settings.updated': 'changed the mail settings,',
  'suppression.created': 'stopped invitations to an address,',
  'suppression.deleted': 'allowed invitations to an address again,',
  'send.created': 'began',
  'import.created': 'uploaded a CSV file',
  'import.checked': 'checked a CSV file',
  'import.started': 'began a CSV import',
  'contact.import_undone': 'rolled back imported contacts',
  'task.created': 'began a bulk change',
  'task.cancelled': 'stopped a bulk change',
  'task.undone': 'undid a bulk change',
  'send.paused': 'paused',
  'send.resumed': 'resumed',
  'send.cancelled': 'cancelled',
}

/** `web_role.created` → `created web role`; the name of the thing follows. */
export function auditSentence(action: string): string {
  const known = sentences[action]
  if (known) return known
  const [entity = '', verb = ''] = action.split('.')
  return `${wordsOf(verb).toLowerCase()} ${entityWord(entity)}`
}

/** What kinds of things are changed; for the filter. */
export const auditEntityTypes = [
  'contact',
  'account',
  'invitation',
  'invitation_request',
  'redemption',
  'send',
  'email',
  'web_role',
  'website',
  'identity_provider',
  'workflow',
  'staff_user',
  'api_key',
  'oidc_client',
  'import',
  'suppression',
  'email_template',
  'mail_settings',
  'sample_data',
  'job',
  'task',
  'saved_view',
] as const

const entityWords: Record<string, string> = {
  api_key: 'API key',
  staff: 'staff user',
  staff_user: 'staff user',
  oidc_client: 'sign-in application',
  oidc_key: 'signing key',
  scim_target: 'SCIM target',
  import: 'CSV import',
  job: 'parked work',
  task: 'bulk change',
}
export const entityWord = (entityType: string): string =>
  entityWords[entityType] ?? entityType.replaceAll('_', ' ')

const pages: Record<string, `/${string}`> = {
  contact: '/contacts',
  account: '/accounts',
  invitation: '/invitations',
  web_role: '/web-roles',
  website: '/websites',
  workflow: '/workflows',
  send: '/sends',
  email: '/emails',
  redemption: '/redemptions',
  staff_user: '/settings/staff',
  invitation_template: '/invitations/templates',
}

/** The page of what was changed; null for what has none. */
export function entityHref(entityType: string, entityId: string): string | null {
  const section = pages[entityType]
  return section ? to(section, entityId) : null
}

export const actorKindWords = {
  staff: 'Staff',
  api_key: 'API key',
  command_line: 'Command line',
  system: 'Usher itself',
} as const

type Event = {
  entityType: string
  entityName: string | null
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

/** What it is called now, or was called when it was deleted. */
export function nameOf(event: Event): string | null {
  if (event.entityName) return event.entityName
  if (event.entityType === 'send') return sendName(event.after?.planned)
  const { name, firstName, lastName, email } = event.before ?? event.after ?? {}
  const person = [firstName, lastName].filter((part) => typeof part === 'string' && part).join(' ')
  return [name, person, email].find((text): text is string => typeof text === 'string' && text !== '') ?? null
}

const sendName = (planned: unknown) =>
  typeof planned === 'number' ? `a send of ${counted(planned, 'mail')}` : 'a send'

/** One changed field; `null` stands for nothing. */
export type AuditedField = { name: string; before: string | null; after: string | null }

/** More of one field are a number. */
const valuesShown = 20

/** Field by field; what is empty before and after says nothing and is left out. Ids are told by `names`. */
export function auditedFields(
  { before, after }: Pick<Event, 'before' | 'after'>,
  names: Readonly<Record<string, string>> = {},
): AuditedField[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
  return fields
    .map((field) => ({
      name: wordsOf(field),
      before: valueText(before?.[field], names),
      after: valueText(after?.[field], names),
    }))
    .filter((field) => field.before !== null || field.after !== null)
}

/** Ids that `auditedFields` would rather tell by name. */
export function idsIn(events: readonly Pick<Event, 'before' | 'after'>[]): string[] {
  const found = new Set<string>()
  const collect = (value: unknown) => {
    if (typeof value === 'string' && uuid.test(value)) found.add(value)
    else if (Array.isArray(value)) value.slice(0, valuesShown).forEach(collect)
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect)
  }
  for (const { before, after } of events) collect([before, after])
  return [...found]
}

/** `maximumRedemptions` → `Maximum redemptions`; an id is what it names: `webRoleIds` → `Web roles`. */
function wordsOf(name: string): string {
  const words = name
    .replace(/(.)Id(s?)$/, '$1$2')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()
    .replace(/\b(ip|url|id|api)(s?)\b/g, (_, word: string, plural: string) => word.toUpperCase() + plural)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

function valueText(value: unknown, names: Readonly<Record<string, string>>): string | null {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (typeof value === 'string') {
    return instant.test(value) ? `${value.slice(0, 10)} ${value.slice(11, 16)} UTC` : (names[value] ?? value)
  }
  if (typeof value !== 'object') return String(value)
  const texts = Array.isArray(value)
    ? value.slice(0, valuesShown).map((one) => valueText(one, names))
    : Object.entries(value).map(([name, one]) => labelled(wordsOf(name), valueText(one, names)))
  const hidden = Array.isArray(value) ? value.length - valuesShown : 0
  return (
    [...texts, hidden > 0 ? `and ${hidden} more` : null].filter((text) => text !== null).join('\n') || null
  )
}

const labelled = (label: string, text: string | null) => (text === null ? null : `${label}: ${text}`)
