import { schema } from '@usher/database'
import { defaultMailContent, type Result } from '@usher/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Actor } from '../actor.ts'
import type { Deps } from '../deps.ts'
import * as services from '../index.ts'
import { createWorld, valued, workOffJobs } from '../testing/index.ts'

let world: Awaited<ReturnType<typeof createWorld>>
let actor: Actor
let at: Awaited<ReturnType<typeof makePlace>>
beforeEach(async () => {
  world = await createWorld()
  at = await makePlace()
  const { id, name, role } = at.owner
  actor = { kind: 'staff', id, name, role, grantableWebRoleIds: [], ipAddress: '203.0.113.1' }
})
afterEach(() => world.remove())

/** One of everything, so that every verb has something to change. */
async function makePlace() {
  const { make, deps, operator } = world
  await services.ensureBuiltInWorkflows({ deps })
  const website = await make.website()
  const [contact, idleContact] = [await make.contact(), await make.contact()]
  const [account, webRole] = [await make.account(), await make.webRole(website.id)]
  const owner = await make.staffUser()
  const common = { websiteId: website.id, ownerId: owner.id, contacts: [contact] }
  const invitation = await make.invitation(common)
  const inactive = await make.invitation({ ...common, deactivatedAt: deps.now() })
  const apiKey = valued(
    await services.createApiKey({
      deps,
      actor: operator,
      input: { name: 'key', role: 'viewer', staffEmail: owner.email },
    }),
  )
  const onDemand = await make.workflow({
    trigger: 'manual',
    steps: [{ key: 'ask', kind: 'ask_approval', question: 'Well?', timeout: { amount: 1, unit: 'days' } }],
  })
  const endpoint = valued(
    await services.createWebhookEndpoint({
      deps,
      actor: operator,
      input: { name: 'CRM', url: 'https://crm.example.com/' },
    }),
  )
  valued(
    await services.startWorkflow({
      deps,
      actor: operator,
      input: { workflowId: onDemand.id, contactIds: [contact.id] },
    }),
  )
  await workOffJobs(deps)
  const waitingRunId = valued(
    await services.listWorkflowRuns({ deps, actor: operator, input: { workflowId: onDemand.id } }),
  ).items[0]?.id
  const send = valued(
    await services.sendInvitations({ deps, actor: operator, input: { invitationIds: [invitation.id] } }),
  )
  const oidcClient = valued(
    await services.createOidcClient({
      deps,
      actor: operator,
      input: {
        websiteId: website.id,
        name: 'Portal',
        redirectUris: ['https://www.contoso.example/callback'],
      },
    }),
  )
  valued(
    await services.updateEmailTemplateDraft({
      deps,
      actor: operator,
      input: { content: defaultMailContent },
    }),
  )
  const workflow = valued(await services.listWorkflows({ deps, actor: operator, input: {} })).items[0]
  const draft = valued(
    await services.createWorkflow({
      deps,
      actor: operator,
      input: {
        name: 'Draft',
        definition: { trigger: 'manual', steps: [{ key: 'tag', kind: 'add_tag', tag: 'x' }] },
      },
    }),
  )
  await make.website()
  const identityProvider = valued(
    await services.createIdentityProvider({
      deps,
      actor: operator,
      input: {
        websiteId: website.id,
        preset: 'github',
        name: 'GitHub',
        clientId: 'id',
        clientSecret: 'secret',
      },
    }),
  )
  await deps.database.write([
    deps.database.query.insert(schema.staffCredentials).values({
      id: deps.newId(),
      userId: owner.id,
      providerId: 'credential',
      accountId: owner.id,
      password: 'hash',
      createdAt: deps.now(),
      updatedAt: deps.now(),
    }),
  ])
  const group = await make.invitation({ ...common, type: 'group' })
  const user = await make.invitee()
  const redemption = valued(
    await services.redeemInvitation({
      deps,
      redeemer: { userId: user.id, name: user.name, ipAddress: null, userAgent: null },
      input: { code: group.code },
    }),
  )
  const grant = valued(
    await services.createGrant({
      deps,
      actor: operator,
      input: { contactId: contact.id, webRoleId: (await make.webRole(website.id)).id },
    }),
  )
  const expired = await make.invitation({ ...common, expiresAt: new Date('2027-01-10T00:00:00Z') })
  await services.requestNewLink({ deps, input: { code: expired.code } })
  const request = valued(await services.listInvitationRequests({ deps, actor: operator, input: {} })).items[0]
  return {
    request,
    template: valued(
      await services.saveInvitationTemplate({
        deps,
        actor: operator,
        input: { name: 'Template', invitationId: invitation.id },
      }),
    ),
    colleague: await make.staffUser({ role: 'admin' }),
    formerColleague: await make.staffUser({ role: 'admin', deactivatedAt: deps.now() }),
    group,
    redemption,
    grant,
    website,
    identityProvider,
    contact,
    idleContact,
    account,
    webRole,
    owner,
    invitation,
    inactive,
    apiKey,
    send,
    oidcClient,
    workflow,
    draft,
    onDemand,
    endpoint,
    waitingRunId,
  }
}

type Verb = (call: { deps: Deps; actor: Actor; input: never }) => Promise<Result<unknown, string>>

/** Every verb by which staff or an API key change something, and what it is asked in this place. */
const changes: Record<string, { verb: Verb; input: () => unknown }> = {
  createAccount: { verb: services.createAccount, input: () => ({ name: 'New' }) },
  updateAccount: { verb: services.updateAccount, input: () => ({ id: at.account.id, name: 'Other' }) },
  deleteAccount: { verb: services.deleteAccount, input: () => ({ id: at.account.id }) },
  createContact: {
    verb: services.createContact,
    input: () => ({ firstName: 'New', email: 'new@contoso.example' }),
  },
  updateContact: { verb: services.updateContact, input: () => ({ id: at.contact.id, firstName: 'Other' }) },
  eraseContact: {
    verb: services.eraseContact,
    input: () => ({ id: at.contact.id, confirmation: at.contact.email }),
  },
  deleteContact: { verb: services.deleteContact, input: () => ({ id: at.idleContact.id }) },
  importContacts: {
    verb: services.importContacts,
    input: () => ({ csv: 'First name,E-mail\nNew,new@contoso.example' }),
  },
  importPowerPages: {
    verb: services.importPowerPages,
    input: () => ({ files: [{ name: 'account.csv', text: 'accountid,name\n1,From elsewhere\n' }] }),
  },
  createWebRole: { verb: services.createWebRole, input: () => ({ websiteId: at.website.id, name: 'New' }) },
  updateWebRole: { verb: services.updateWebRole, input: () => ({ id: at.webRole.id, name: 'Other' }) },
  deleteWebRole: { verb: services.deleteWebRole, input: () => ({ id: at.webRole.id }) },
  createWebsite: { verb: services.createWebsite, input: () => ({ name: 'New' }) },
  updateWebsite: { verb: services.updateWebsite, input: () => ({ id: at.website.id, name: 'Other' }) },
  createIdentityProvider: {
    verb: services.createIdentityProvider,
    input: () => ({
      websiteId: at.website.id,
      preset: 'google',
      name: 'Google',
      clientId: 'id',
      clientSecret: 'secret',
    }),
  },
  updateIdentityProvider: {
    verb: services.updateIdentityProvider,
    input: () => ({ id: at.identityProvider.id, isEnabled: false }),
  },
  deleteIdentityProvider: {
    verb: services.deleteIdentityProvider,
    input: () => ({ id: at.identityProvider.id }),
  },
  updateSignInSettings: {
    verb: services.updateSignInSettings,
    input: () => ({ websiteId: at.website.id, settings: { usernameEnabled: true } }),
  },
  createInvitation: {
    verb: services.createInvitation,
    input: () => ({
      name: 'New',
      type: 'group',
      websiteId: at.website.id,
      invitedContactIds: [],
      webRoleIds: [at.webRole.id],
    }),
  },
  createInvitationsInBulk: {
    verb: services.createInvitationsInBulk,
    input: () => ({
      contactIds: [at.contact.id],
      template: { name: 'New', websiteId: at.website.id, webRoleIds: [] },
    }),
  },
  updateInvitation: {
    verb: services.updateInvitation,
    input: () => ({ id: at.invitation.id, name: 'Other' }),
  },
  deactivateInvitation: { verb: services.deactivateInvitation, input: () => ({ id: at.invitation.id }) },
  activateInvitation: { verb: services.activateInvitation, input: () => ({ id: at.inactive.id }) },
  deleteInvitation: { verb: services.deleteInvitation, input: () => ({ id: at.inactive.id }) },
  revealInvitationCode: { verb: services.revealInvitationCode, input: () => ({ id: at.invitation.id }) },
  copyInvitationLink: { verb: services.copyInvitationLink, input: () => ({ id: at.invitation.id }) },
  approveInvitationRequest: {
    verb: services.approveInvitationRequest,
    input: () => ({ id: at.request?.id }),
  },
  closeInvitationRequest: { verb: services.closeInvitationRequest, input: () => ({ id: at.request?.id }) },
  createTask: {
    verb: services.createTask,
    input: () => ({
      task: { kind: 'deactivate_invitations', rows: { invitationIds: [at.invitation.id] } },
    }),
  },
  sendInvitations: { verb: services.sendInvitations, input: () => ({ invitationIds: [at.invitation.id] }) },
  undoRedemption: { verb: services.undoRedemption, input: () => ({ id: at.redemption.id }) },
  extendInvitation: { verb: services.extendInvitation, input: () => ({ id: at.invitation.id, days: 7 }) },
  inviteContact: {
    verb: services.inviteContact,
    input: () => ({ id: at.group.id, contactId: at.idleContact.id }),
  },
  uninviteContact: {
    verb: services.uninviteContact,
    input: () => ({ id: at.group.id, contactId: at.contact.id }),
  },
  saveInvitationTemplate: {
    verb: services.saveInvitationTemplate,
    input: () => ({ name: 'New', invitationId: at.invitation.id }),
  },
  deleteInvitationTemplate: {
    verb: services.deleteInvitationTemplate,
    input: () => ({ id: at.template.id }),
  },
  inviteStaff: {
    verb: services.inviteStaff,
    input: () => ({ name: 'New', email: 'new@usher.example', role: 'viewer' }),
  },
  updateStaff: { verb: services.updateStaff, input: () => ({ id: at.colleague.id, role: 'viewer' }) },
  deactivateStaff: { verb: services.deactivateStaff, input: () => ({ id: at.colleague.id }) },
  activateStaff: { verb: services.activateStaff, input: () => ({ id: at.formerColleague.id }) },
  sendStaffLink: { verb: services.sendStaffLink, input: () => ({ id: at.colleague.id }) },
  removeStaffTwoFactor: { verb: services.removeStaffTwoFactor, input: () => ({ id: at.colleague.id }) },
  unlockSignIn: { verb: services.unlockSignIn, input: () => ({ contactId: at.contact.id }) },
  createGrant: {
    verb: services.createGrant,
    input: () => ({ contactId: at.idleContact.id, webRoleId: at.webRole.id }),
  },
  updateGrant: { verb: services.updateGrant, input: () => ({ id: at.grant.id, endsAt: '2030-12-31' }) },
  revokeGrant: { verb: services.revokeGrant, input: () => ({ id: at.grant.id }) },
  pauseSend: { verb: services.pauseSend, input: () => ({ sendId: at.send.id }) },
  cancelSend: { verb: services.cancelSend, input: () => ({ sendId: at.send.id }) },
  createWorkflow: {
    verb: services.createWorkflow,
    input: () => ({
      name: 'New',
      definition: { trigger: 'manual', steps: [{ key: 'tag', kind: 'add_tag', tag: 'x' }] },
    }),
  },
  updateWorkflow: {
    verb: services.updateWorkflow,
    input: () => ({ workflowId: at.workflow?.id, description: 'Other' }),
  },
  startWorkflow: {
    verb: services.startWorkflow,
    input: () => ({ workflowId: at.onDemand.id, contactIds: [at.contact.id] }),
  },
  cancelWorkflowRuns: {
    verb: services.cancelWorkflowRuns,
    input: () => ({ workflowRunIds: [at.waitingRunId] }),
  },
  createWebhookEndpoint: {
    verb: services.createWebhookEndpoint,
    input: () => ({ name: 'New', url: 'https://crm.example.com/' }),
  },
  updateWebhookEndpoint: {
    verb: services.updateWebhookEndpoint,
    input: () => ({ id: at.endpoint.id, name: 'Other' }),
  },
  deleteWebhookEndpoint: { verb: services.deleteWebhookEndpoint, input: () => ({ id: at.endpoint.id }) },
  rotateWebhookSecret: { verb: services.rotateWebhookSecret, input: () => ({ id: at.endpoint.id }) },
  testWebhookEndpoint: { verb: services.testWebhookEndpoint, input: () => ({ id: at.endpoint.id }) },
  decideApproval: {
    verb: services.decideApproval,
    input: () => ({ workflowRunId: at.waitingRunId, approved: true }),
  },
  deleteWorkflow: { verb: services.deleteWorkflow, input: () => ({ workflowId: at.draft.id }) },
  deactivateWorkflow: { verb: services.deactivateWorkflow, input: () => ({ workflowId: at.workflow?.id }) },
  updateEmailTemplateDraft: {
    verb: services.updateEmailTemplateDraft,
    input: () => ({ content: { ...defaultMailContent, from: 'Contoso' } }),
  },
  deleteEmailTemplateDraft: { verb: services.deleteEmailTemplateDraft as Verb, input: () => ({}) },
  activateEmailTemplate: { verb: services.activateEmailTemplate as Verb, input: () => ({}) },
  updateMailSettings: {
    verb: services.updateMailSettings,
    input: () => ({ recipientPerDay: 3 }),
  },
  createSuppression: {
    verb: services.createSuppression,
    input: () => ({ address: 'stop@contoso.example' }),
  },
  createApiKey: { verb: services.createApiKey, input: () => ({ name: 'New', role: 'viewer' }) },
  updateApiKey: { verb: services.updateApiKey, input: () => ({ id: at.apiKey.id, name: 'Other' }) },
  deleteApiKey: { verb: services.deleteApiKey, input: () => ({ id: at.apiKey.id }) },
  createOidcClient: {
    verb: services.createOidcClient,
    input: () => ({ websiteId: at.website.id, name: 'New', redirectUris: ['https://new.example/callback'] }),
  },
  updateOidcClient: {
    verb: services.updateOidcClient,
    input: () => ({ id: at.oidcClient.id, name: 'Other' }),
  },
  renewOidcClientSecret: { verb: services.renewOidcClientSecret, input: () => ({ id: at.oidcClient.id }) },
  deleteOidcClient: { verb: services.deleteOidcClient, input: () => ({ id: at.oidcClient.id }) },
  createScimTarget: {
    verb: services.createScimTarget,
    input: () => ({
      websiteId: at.website.id,
      baseUrl: 'https://www.contoso.example/scim/v2',
      token: 'secret',
    }),
  },
  rotateOidcKeys: { verb: services.rotateOidcKeys, input: () => ({}) },
  createOwner: {
    verb: services.createOwner,
    input: () => ({ name: 'New', email: 'new@usher.example', password: 'a good long password' }),
  },
  addSampleData: { verb: services.addSampleData, input: () => ({}) },
}

const auditEvents = () => world.deps.database.query.select().from(schema.auditEvents)

/** Every row of every table. */
async function everything(): Promise<string> {
  const { client } = world.deps.database
  const tables = await client.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
  const rows = []
  for (const { name } of tables.rows)
    rows.push([name, (await client.execute(`SELECT * FROM "${String(name)}"`)).rows])
  return JSON.stringify(rows)
}

test.each(Object.entries(changes))(
  'invariant 11: %s leaves an audit row in the same batch, and changes nothing where that row cannot be written',
  async (_, { verb, input }) => {
    const call = { deps: world.deps, actor, input: input() as never }
    const { client } = world.deps.database
    const [before, eventsBefore] = [await everything(), (await auditEvents()).length]

    await client.execute(
      `CREATE TRIGGER no_audit BEFORE INSERT ON audit_events BEGIN SELECT raise(ABORT, 'no audit today'); END`,
    )
    await expect(verb(call)).rejects.toThrow('no audit today')
    expect(await everything()).toBe(before)

    await client.execute('DROP TRIGGER no_audit')
    valued(await verb(call))
    const events = (await auditEvents()).slice(eventsBefore)
    expect(events.length).toBeGreaterThan(0)
    expect(new Set(events.map((event) => event.actorName))).toEqual(new Set([actor.name]))
  },
)

test('invariant 11: no verb that changes something is missing from the list above', () => {
  const changing =
    /^(create|update|delete|import|activate|deactivate|reveal|copy|send|pause|resume|cancel|retry|add|remove|undo|revoke|approve|close|erase|renew|rotate|unlock|extend|invite|uninvite|save|start|decide|rotate|test|replay)[A-Z]/
  const tested = [...Object.keys(changes)]
  const elsewhere = {
    cancelTask: 'tasks/tasks.test.ts',
    createSavedView: 'saved-views/saved-views.test.ts',
    deleteSavedView: 'saved-views/saved-views.test.ts',
    createContactImport: 'contact-imports/imports.test.ts',
    activateWorkflow: 'the other half of deactivateWorkflow',
    undoTask: 'tasks/tasks.test.ts',
    startContactImport: 'contact-imports/imports.test.ts',
    replayWebhookDelivery: 'webhooks.test.ts: only what was sent is sent again',
    replayWorkflowRuns: 'run-verbs.test.ts: only what ended begins again',
    retryWorkflowRuns: 'run-verbs.test.ts: only what is stuck goes on',
    deleteScimTarget: 'scim.test.ts: there is one first',
    createFirstOwner: 'nobody is signed in yet: staff.test.ts',
    createLandingPreview: 'changes nothing: a ticket that is kept nowhere',
    revokeOwnSession: 'of who is signed in: staff-access.test.ts',
    deleteWebsite: 'websites.test.ts: the only one cannot be deleted',
    removeSampleData: 'sample-data.test.ts',
    createInviteeWithAccount: 'an invitee comes in by it',
    removeSecondFactor: 'an invitee does it, to what is theirs',
    removeWayIn: 'an invitee does it, to what is theirs',
    revealEmail: 'emails/reveal.test.ts',
    resumeSend: 'the other half of pauseSend',
    deleteSuppression: 'the other half of createSuppression',
    retryJob: 'jobs/claim.test.ts',
  }
  const verbs = Object.keys(services).filter((name) => changing.test(name) && !name.endsWith('Schema'))
  expect(verbs.sort()).toEqual([...tested, ...Object.keys(elsewhere)].sort())
})
