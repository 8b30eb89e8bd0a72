import { mayGrant } from '@usher/domain'
import { listIdentityProviders, listStaff, listWebRoles, listWebsites, listWorkflows } from '@usher/services'
import { allItems } from '#lib/server/all-items.ts'
import { by } from '#lib/server/by.ts'
import { listOf } from '#lib/server/form-input.ts'
import { findOptions, type Option, type OptionKind, optionsById } from '#lib/server/options.ts'

/** The fields of the form that are chosen by searching. */
const pickers = {
  invitedContactId: 'contacts',
  invitedContactIds: 'contacts',
  inviterContactId: 'contacts',
  assignToAccountId: 'accounts',
} as const satisfies Record<string, OptionKind>

export type PickerName = keyof typeof pickers
export type Choices = Record<PickerName, { options: Option[]; chosen: Option[] }>
const pickerNames = Object.keys(pickers) as PickerName[]

/** What the form offers besides people and accounts, which are searched for. */
export async function formOffers(locals: App.Locals) {
  const called = by(locals)
  const [websites, webRoles, staff, workflows, identityProviders] = await Promise.all([
    allItems((page) => listWebsites({ ...called, input: { ...page, sort: 'createdAt' } })),
    allItems((page) => listWebRoles({ ...called, input: page })),
    allItems((page) => listStaff({ ...called, input: page })),
    allItems((page) =>
      listWorkflows({ ...called, input: { ...page, trigger: 'redemption', status: 'activated' } }),
    ),
    allItems((page) => listIdentityProviders({ ...called, input: page })),
  ])
  return {
    /** The oldest first, which is where invitations go unless told. */
    websites: websites.map(({ id, name, timeZone }) => ({ id, name, timeZone })),
    webRoles: webRoles.map(({ id, name, description, websiteId }) => ({
      id,
      name,
      description,
      websiteId,
      mayGrant: mayGrant(called.actor, id),
    })),
    owners: staff
      .filter(({ deactivatedAt }) => deactivatedAt === null)
      .map(({ id, name, email }) => ({ value: id, label: `${name} (${email})` })),
    workflows: workflows.map(({ id, name }) => ({ value: id, label: name })),
    identityProviders: identityProviders.map(({ id, name, websiteId, websiteName }) => ({
      value: id,
      label: websites.length > 1 ? `${name} (${websiteName})` : name,
      websiteId,
    })),
  }
}
export type FormOffers = Awaited<ReturnType<typeof formOffers>>

/** What each picker shows: what is chosen, and what was found. */
export async function pickerChoices(
  locals: App.Locals,
  chosen: Partial<Record<PickerName, readonly string[]>>,
  searches: Partial<Record<PickerName, string>> = {},
): Promise<Choices> {
  const entries = await Promise.all(
    pickerNames.map(async (name) => {
      const [options, rows] = await Promise.all([
        findOptions(locals, pickers[name], searches[name] ?? ''),
        optionsById(locals, pickers[name], chosen[name] ?? []),
      ])
      return [name, { options, chosen: rows }] as const
    }),
  )
  return Object.fromEntries(entries) as Choices
}

/** The same for a form that comes back: as it was filled in, with what its “Find” looked for. */
export function typedChoices(locals: App.Locals, form: FormData): Promise<Choices> {
  const of = <T>(read: (name: PickerName) => T) =>
    Object.fromEntries(pickerNames.map((name) => [name, read(name)])) as Record<PickerName, T>
  return pickerChoices(
    locals,
    of((name) => listOf(form, name)),
    of((name) => String(form.get(`find-${name}`) ?? '')),
  )
}
