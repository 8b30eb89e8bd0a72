import {
  type FieldError,
  type InvitationType,
  type ManagementRefusal,
  type RedeemablePolicy,
  redeemablePolicies,
  refuse,
  type Refused,
} from '@usher/domain'
import { listOf } from '#lib/server/form-input.ts'

/** What the form says, as the verbs take it. Fields of the other type are hidden, not absent: they say nothing. */
export function readInvitationForm(form: FormData, type: InvitationType) {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const isGroup = type === 'group'
  const redeemableBy = readPolicy(text(`redeemableBy-${type}`))
  const day = text('expiryDate')
  const time = text('expiryTime')
  const maximum = text('maximumRedemptions')
  return {
    type,
    name: text('name'),
    websiteId: text('websiteId') || null,
    invitedContactIds: listOf(form, isGroup ? 'invitedContactIds' : 'invitedContactId'),
    ...(redeemableBy ? { redeemableBy } : {}),
    emailDomains: redeemableBy === 'domains' ? readDomains(text('emailDomains')) : [],
    maximumRedemptions: isGroup ? (maximum === '' ? null : Number(maximum)) : 1,
    code: isGroup ? text('code') || null : null,
    webRoleIds: listOf(form, 'webRoleIds'),
    ...readGrantEnd(form),
    assignToAccountId: text('assignToAccountId') || null,
    redemptionWorkflowId: text('redemptionWorkflowId') || null,
    identityProviderId: text('identityProviderId') || null,
    ownerId: text('ownerId') || null,
    inviterContactId: text('inviterContactId') || null,
    expiresAt: day === '' ? null : time === '' ? day : `${day}T${time}`,
    message: String(form.get('message') ?? '').replaceAll('\r\n', '\n'),
  }
}
export const readType = (form: FormData): InvitationType =>
  form.get('type') === 'group' ? 'group' : 'single'

export type FilledForm = ReturnType<typeof readInvitationForm>

/** What only the form can get wrong; `null` when the verb may judge. */
export function refuseForm(form: FormData): Refused<'invalid_request'> | null {
  const errors: FieldError[] = []
  if (form.get('expiryTime') && !form.get('expiryDate')) {
    errors.push({ path: 'expiresAt', message: 'Give the day as well, or leave the time out.' })
  }
  if (form.get('grantEnd') === 'day' && !form.get('grantEndsAt')) {
    errors.push({
      path: 'grantEndsAt',
      message: 'Give the day on which access ends, or choose that it does not.',
    })
  }
  if (form.get('grantEnd') === 'days' && !form.get('grantLastsDays')) {
    errors.push({
      path: 'grantLastsDays',
      message: 'Give the number of days, or choose that access does not end.',
    })
  }
  return errors.length > 0 ? refuse('invalid_request', { errors }) : null
}

/** Errors of a verb on the fields of the form, which has some of them twice: one for each type. */
export function onFields<R extends ManagementRefusal>(refused: Refused<R>, type: InvitationType): Refused<R> {
  const fieldOf: Record<string, string> = {
    expiresAt: 'expiryDate',
    redeemableBy: `redeemableBy-${type}`,
    ...(type === 'single' ? { invitedContactIds: 'invitedContactId' } : {}),
  }
  const errors = refused.errors?.map(({ path, message }): FieldError => {
    const [name = ''] = path.split('.')
    return { path: fieldOf[name] ?? path, message }
  })
  return errors ? { ...refused, errors } : refused
}

/** Only the field that belongs to the chosen way counts. */
function readGrantEnd(form: FormData): { grantEndsAt: string | null; grantLastsDays: number | null } {
  const way = form.get('grantEnd')
  const day = String(form.get('grantEndsAt') ?? '').trim()
  const days = String(form.get('grantLastsDays') ?? '').trim()
  return {
    grantEndsAt: way === 'day' ? day || null : null,
    grantLastsDays: way === 'days' && days !== '' ? Number(days) : null,
  }
}

const readPolicy = (text: string): RedeemablePolicy | undefined =>
  redeemablePolicies.find((policy) => policy === text)

/** People write `@contoso.com, fabrikam.com`. */
const readDomains = (text: string): string[] =>
  text
    .split(/[\s,;]+/)
    .map((domain) => domain.replace(/^@/, ''))
    .filter(Boolean)
