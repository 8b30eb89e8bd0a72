import { findDefaultWebsite, findGrantedPairs, findWebsite } from '@usher/database'
import { type ManagementRefusal, ok, refuse, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { findResponsible } from '../invitations/responsible.ts'
import { parseInput, refuseInput } from '../parse-input.ts'
import { planInvitations } from './plan-invitations.ts'
import { planAccounts, planContacts, planWebRoles } from './plan-people.ts'
import { planGrants } from './plan-grants.ts'
import { readSource, type Source } from './read-source.ts'
import type { Note } from './tables.ts'
import { writeImport } from './write.ts'

export const importPowerPagesSchema = v.strictObject({
  files: v.array(v.strictObject({ name: v.string(), text: v.string() })),
  /** The oldest, unless given. */
  websiteId: v.optional(v.nullable(idField), null),
  /** How dates with slashes are read; told from the dates themselves unless given. */
  dateOrder: v.optional(v.nullable(v.picklist(['dmy', 'mdy'])), null),
  dryRun: v.optional(v.boolean(), false),
})
export type ImportPowerPagesInput = v.InferInput<typeof importPowerPagesSchema>

/** `matched`: was here already and stays as it is. */
type Count = { created: number; matched: number }
export type PowerPagesOutcome = {
  website: { id: string; name: string }
  accounts: Count
  contacts: Count
  webRoles: Count
  invitations: Count
  redemptions: number
  grants: number
  /** What could not be taken as it stood, and why. */
  notes: Note[]
}

/**
 * Brings accounts, contacts, web roles and invitations with their redemptions over from Power Pages: tables of Dataverse
 * as CSV. Codes are kept, so that old mails still work. What is here already stays as it is, so that the same files again
 * change nothing. Input: `ImportPowerPagesInput`. Refuses `forbidden`, `invalid_request`, `conflict` (no owner yet, or
 * somebody else wrote meanwhile).
 */
export async function importPowerPages({
  deps,
  actor,
  input,
}: Call): Promise<Result<PowerPagesOutcome, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'settings.write')
  if (forbidden) return forbidden
  const parsed = parseInput(importPowerPagesSchema, input)
  if (!parsed.ok) return parsed
  const { files, websiteId, dateOrder, dryRun } = parsed.value
  const website = await (websiteId === null
    ? findDefaultWebsite(deps.database)
    : findWebsite(deps.database, websiteId))
  if (!website) return refuseInput({ path: 'websiteId', message: 'There is no such website.' })
  const owner = await findResponsible(deps, actor)
  if (!owner.ok) return owner

  const notes: Note[] = []
  const source = readSource(files, { timeZone: website.timeZone, dateOrder }, notes)
  if (isEmpty(source)) {
    return refuse('invalid_request', {
      detail:
        'No file holds accounts, contacts, web roles or invitations as Dataverse or Excel exports them.',
    })
  }
  const accounts = await planAccounts(deps, source)
  const contacts = await planContacts(deps, source, accounts.finder, notes)
  const webRoles = await planWebRoles(deps, source, website.id)
  const invitations = await planInvitations(
    deps,
    source,
    { accounts: accounts.finder, contacts: contacts.finder, webRoles: webRoles.finder },
    notes,
  )
  const pairs = (source.contactRoles ?? []).flatMap(({ one, other }) => {
    const [contactId, webRoleId] = [contacts.finder.find(one), webRoles.finder.find(other)]
    return contactId && webRoleId ? [{ contactId, webRoleId }] : []
  })
  const granted = await findGrantedPairs(
    deps.database,
    pairs.map(({ contactId }) => contactId),
  )
  const grants = await planGrants(invitations.created, source.contactRoles && pairs, granted)
  if (!dryRun) {
    const written = await writeImport(
      { deps, actor, website, ownerId: owner.value },
      {
        accounts: accounts.created,
        contacts: contacts.created,
        webRoles: webRoles.created,
        invitations: invitations.created,
        grants,
      },
    )
    if (!written.ok) return written
  }
  const countOf = ({ created, matched }: { created: unknown[]; matched: number }): Count => ({
    created: created.length,
    matched,
  })
  return ok({
    website: { id: website.id, name: website.name },
    accounts: countOf(accounts),
    contacts: countOf(contacts),
    webRoles: countOf(webRoles),
    invitations: countOf(invitations),
    redemptions: invitations.created.reduce((count, { redemptions }) => count + redemptions.length, 0),
    grants: grants.length,
    notes,
  })
}

const isEmpty = ({ accounts, contacts, webRoles, invitations }: Source) =>
  accounts.length + contacts.length + webRoles.length + invitations.length === 0
