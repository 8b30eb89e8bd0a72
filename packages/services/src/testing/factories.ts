import { schema } from '@usher/database'
import {
  codeRandomBytes,
  createCode,
  createRecipientProof,
  defaultRedeemablePolicy,
  defaultWebsiteSettings,
  hashOfCode,
  type InvitationType,
  normaliseEmailAddress,
  type RedeemablePolicy,
  seal,
  type SendEmailStep,
  type StaffRole,
  type WorkflowDefinition,
} from '@usher/domain'
import type { Deps } from '../deps.ts'

/** Rows that stand at the beginning of a test, written straight to the tables; everything has a default. */
export function createFactories(deps: Deps) {
  const { query } = deps.database
  const stamps = () => ({ createdAt: deps.now(), updatedAt: deps.now() })
  let counter = 0
  const next = (word: string) => `${word} ${++counter}`

  const website = async (row: Partial<typeof schema.websites.$inferInsert> = {}) => {
    const values = {
      id: deps.newId(),
      name: next('Website'),
      baseUrl: deps.origin,
      allowedReturnUrls: [],
      locale: 'en',
      timeZone: 'Europe/Berlin',
      settings: defaultWebsiteSettings,
      ...stamps(),
      ...row,
    }
    await deps.database.write([query.insert(schema.websites).values(values)])
    return values
  }

  const staffUser = async (
    row: Partial<typeof schema.staffUsers.$inferInsert> & { role?: StaffRole } = {},
  ) => {
    const values = {
      id: deps.newId(),
      name: next('Staff'),
      email: `staff${counter}@usher.example`,
      emailVerified: true,
      role: 'owner' as StaffRole,
      ...stamps(),
      ...row,
    }
    await deps.database.write([query.insert(schema.staffUsers).values(values)])
    return values
  }

  const account = async (name = next('Account')) => {
    const values = { id: deps.newId(), name, ...stamps() }
    await deps.database.write([query.insert(schema.accounts).values(values)])
    return values
  }

  const contact = async (row: Partial<typeof schema.contacts.$inferInsert> = {}) => {
    const email = row.email === undefined ? `contact${++counter}@contoso.example` : row.email
    const values = {
      id: deps.newId(),
      firstName: 'Jane',
      lastName: next('Doe'),
      emailNormalised: email && normaliseEmailAddress(email),
      ...stamps(),
      ...row,
      email,
    }
    await deps.database.write([query.insert(schema.contacts).values(values)])
    return values
  }

  const webRole = async (websiteId: string, name = next('Role')) => {
    const values = { id: deps.newId(), websiteId, name, ...stamps() }
    await deps.database.write([query.insert(schema.webRoles).values(values)])
    return values
  }

  /** Somebody who signs in at the edge; without a contact unless told. */
  const invitee = async (row: Partial<typeof schema.inviteeUsers.$inferInsert> = {}) => {
    const values = {
      id: deps.newId(),
      name: next('Invitee'),
      email: `invitee${counter}@fabrikam.example`,
      emailVerified: true,
      ...stamps(),
      ...row,
    }
    await deps.database.write([query.insert(schema.inviteeUsers).values(values)])
    return values
  }

  const invitation = async ({
    type = 'single',
    contacts = [],
    webRoles = [],
    addedById,
    ...row
  }: Partial<typeof schema.invitations.$inferInsert> & {
    type?: InvitationType
    redeemableBy?: RedeemablePolicy
    contacts?: { id: string }[]
    webRoles?: { id: string }[]
    /** Who put the web roles on it; the owner unless told. */
    addedById?: string
  }) => {
    const id = row.id ?? deps.newId()
    const ownerId = row.ownerId ?? (await staffUser()).id
    const code = await createCode(deps.keys, deps.randomBytes(codeRandomBytes))
    const values = {
      id,
      name: next('Invitation'),
      type,
      websiteId: row.websiteId ?? (await website()).id,
      ownerId,
      codeHash: await hashOfCode(deps.keys, code),
      codeSealed: await seal(deps.keys, code, { iv: deps.randomBytes(12), context: `invitation-code:${id}` }),
      codeKind: 'generated' as const,
      maximumRedemptions: type === 'single' ? 1 : null,
      redeemableBy: defaultRedeemablePolicy(type),
      emailDomains: [],
      ...stamps(),
      ...row,
    }
    await deps.database.write([
      query.insert(schema.invitations).values(values),
      ...contacts.map((contact) =>
        query
          .insert(schema.invitationRecipients)
          .values({ invitationId: id, contactId: contact.id, createdAt: deps.now() }),
      ),
      ...webRoles.map((webRole) =>
        query
          .insert(schema.invitationWebRoles)
          .values({ invitationId: id, webRoleId: webRole.id, addedById: addedById ?? ownerId }),
      ),
    ])
    return {
      ...values,
      code,
      proofFor: (contact: { id: string; email: string | null }) =>
        createRecipientProof(deps.keys, id, { id: contact.id, email: contact.email ?? '' }),
    }
  }

  /** An activated workflow that begins at a redemption and mails a welcome, unless told. */
  const workflow = async ({
    steps = [welcomeStep],
    trigger = 'redemption',
    activatedById = null,
  }: Partial<WorkflowDefinition> & { activatedById?: string | null } = {}) => {
    const id = deps.newId()
    const versionId = deps.newId()
    const definition: WorkflowDefinition = { trigger, steps }
    await deps.database.write([
      query.insert(schema.workflows).values({
        id,
        name: next('Workflow'),
        trigger,
        status: 'activated',
        activeVersionId: versionId,
        ...stamps(),
      }),
      query.insert(schema.workflowVersions).values({
        id: versionId,
        workflowId: id,
        version: 1,
        definition,
        activatedAt: deps.now(),
        activatedById,
        createdAt: deps.now(),
      }),
    ])
    return { id, versionId }
  }

  return { website, staffUser, account, contact, webRole, invitee, invitation, workflow }
}

const welcomeStep: SendEmailStep = {
  key: 'welcome',
  kind: 'send_email',
  subject: 'Welcome',
  preheader: '',
  body: 'Welcome, {{ contact.firstName }}.',
  from: null,
  replyTo: null,
}
