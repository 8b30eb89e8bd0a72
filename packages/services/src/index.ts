export { type Actor, refuseGranting, refuseUnless, staffUserIdOf } from './actor.ts'
export type { Deps } from './deps.ts'
export { answerPage, pageEntries } from './page-input.ts'
export { parseInput, refuseInput } from './parse-input.ts'
export { type InvitationPreview, previewInvitation } from './redemptions/preview.ts'
export type { Me } from '@usher/database'
export { readMe } from './redemptions/read-me.ts'
export { type Redeemer, redeemAtOnce, redeemInvitation, type Redemption } from './redemptions/redeem.ts'
export { activateInvitation } from './invitations/activate.ts'
export {
  createInvitation,
  type CreatedInvitation,
  type NewInvitationInput,
  newInvitationSchema,
} from './invitations/create.ts'
export {
  type BulkInvitationsInput,
  bulkInvitationsSchema,
  createInvitationsInBulk,
} from './invitations/create-in-bulk.ts'
export { deactivateInvitation } from './invitations/deactivate.ts'
export { findAllInvitationIds } from './invitations/find-all-ids.ts'
export { deleteInvitation } from './invitations/delete.ts'
export type { Invitation } from './invitations/describe.ts'
export {
  type DescribedRecipient,
  getInvitation,
  type InvitationDetail,
  type RecipientStatus,
} from './invitations/get.ts'
export {
  type InvitationPage,
  type ListedInvitation,
  listInvitations,
  type ListInvitationsInput,
  listInvitationsSchema,
} from './invitations/list.ts'
export { listInvitationRecipients, listInvitationRecipientsSchema } from './invitations/list-recipients.ts'
export { copyInvitationLink, revealInvitationCode, type RevealedCode } from './invitations/reveal-code.ts'
export { type InvitationChanges, invitationChangesSchema, updateInvitation } from './invitations/update.ts'
export { type Account, getAccount } from './accounts/get.ts'
export { createAccount, type CreateAccountInput, createAccountSchema } from './accounts/create.ts'
export { deleteAccount } from './accounts/delete.ts'
export { listAccounts, type ListAccountsInput, listAccountsSchema } from './accounts/list.ts'
export { updateAccount, type UpdateAccountInput, updateAccountSchema } from './accounts/update.ts'
export { type Contact, getContact } from './contacts/get.ts'
export { createContact, type CreateContactInput, createContactSchema } from './contacts/create.ts'
export { deleteContact } from './contacts/delete.ts'
export { listContacts, type ListContactsInput, listContactsSchema } from './contacts/list.ts'
export { updateContact, type UpdateContactInput, updateContactSchema } from './contacts/update.ts'
export { createWebRole, type CreateWebRoleInput, createWebRoleSchema } from './web-roles/create.ts'
export { deleteWebRole } from './web-roles/delete.ts'
export { getWebRole, type WebRole } from './web-roles/get.ts'
export { listWebRoles, type ListWebRolesInput, listWebRolesSchema } from './web-roles/list.ts'
export { updateWebRole, type UpdateWebRoleInput, updateWebRoleSchema } from './web-roles/update.ts'
export { createWebsite, type CreateWebsiteInput, createWebsiteSchema } from './websites/create.ts'
export { deleteWebsite } from './websites/delete.ts'
export { ensureDefaultWebsite } from './websites/ensure-default.ts'
export { getWebsite, type Website } from './websites/get.ts'
export { listWebsites, type ListWebsitesInput, listWebsitesSchema } from './websites/list.ts'
export { updateWebsite, type UpdateWebsiteInput, updateWebsiteSchema } from './websites/update.ts'
export type {
  AccountListItem,
  ContactListItem,
  Page,
  WebRoleListItem,
  WebsiteListItem,
} from '@usher/database'
export {
  diagnoseAccess,
  type DiagnoseAccessInput,
  diagnoseAccessSchema,
  type Diagnosis,
} from './diagnosis/diagnose.ts'
export type { Finding, Fix } from './diagnosis/finding.ts'
export { unlockSignIn } from './diagnosis/unlock-sign-in.ts'
export { explainEffect, type InvitationEffect } from './invitations/explain-effect.ts'
export { extendInvitation, extendInvitationSchema } from './invitations/extend.ts'
export { inviteContact, uninviteContact } from './invitations/invite-contact.ts'
export { getOverview, getOverviewSchema, type Overview } from './overview/get.ts'
export { deleteInvitationTemplate } from './invitation-templates/delete.ts'
export { getInvitationTemplate, listInvitationTemplates } from './invitation-templates/list.ts'
export {
  saveInvitationTemplate,
  type SaveInvitationTemplateInput,
  saveInvitationTemplateSchema,
} from './invitation-templates/save.ts'
export type { InvitationTemplate } from '@usher/database'
export {
  createLandingPreview,
  type LandingPreview,
  landingPreviewSchema,
  landingPreviewStates,
  openLandingPreview,
} from './redemptions/landing-preview.ts'
export { getRedemption, type RedemptionWithPlan } from './redemptions/get.ts'
export { undoRedemption } from './redemptions/undo.ts'
export type { UndoPlan } from './redemptions/undo-plan.ts'
export { createGrant, type CreateGrantInput, createGrantSchema } from './grants/create.ts'
export { listGrants, type ListGrantsInput, listGrantsSchema } from './grants/list.ts'
export { listEndingGrants } from './grants/list-ending.ts'
export { revokeGrant } from './grants/revoke.ts'
export { updateGrant, type UpdateGrantInput, updateGrantSchema } from './grants/update.ts'
export type { GrantListItem } from '@usher/database'
export { listRedemptions, type ListRedemptionsInput, listRedemptionsSchema } from './redemptions/list.ts'
export { type InvitationMailPreview, previewInvitationMail } from './emails/preview-invitation.ts'
export { type Email, getEmail } from './emails/get.ts'
export { listEmails, listEmailsSchema } from './emails/list.ts'
export { revealEmail } from './emails/reveal.ts'
export { queueEmailCode } from './emails/queue-code.ts'
export { queuePasswordReset } from './emails/queue-password-reset.ts'
export { cancelSend } from './sends/cancel.ts'
export { type CreatedSend, sendInvitations, sendInvitationsSchema } from './sends/create.ts'
export { exclusionReasonTexts } from './sends/exclusion.ts'
export { getSend, type Send } from './sends/get.ts'
export { listSends, listSendsSchema } from './sends/list.ts'
export {
  listSendExclusions,
  type ListSendExclusionsInput,
  listSendExclusionsSchema,
} from './sends/list-exclusions.ts'
export { pauseSend } from './sends/pause.ts'
export {
  type PlannedExclusion,
  type PlannedRecipient,
  planSend,
  planSendSchema,
  type SendPlan,
} from './sends/plan.ts'
export { resumeSend } from './sends/resume.ts'
export type { Budget } from './attempts/budget.ts'
export { checkAttempts } from './attempts/check.ts'
export { countAttempt } from './attempts/count.ts'
export { forgetAttempts } from './attempts/forget.ts'
export { giveAttemptBack } from './attempts/give-back.ts'
export { inviteeExists } from './invitees/invitee-exists.ts'
export { mayReceiveEmailCode } from './invitees/may-receive-email-code.ts'
export { listParkedJobs, listParkedJobsSchema } from './jobs/list-parked.ts'
export { retryJob } from './jobs/retry.ts'
export { ensureBuiltInWorkflows } from './workflows/ensure-built-ins.ts'
export { getWorkflow, type Workflow } from './workflows/get.ts'
export { listWorkflows, listWorkflowsSchema } from './workflows/list.ts'
export { listWorkflowRuns, listWorkflowRunsSchema } from './workflows/list-runs.ts'
export { activateWorkflow } from './workflows/activate.ts'
export { deactivateWorkflow } from './workflows/deactivate.ts'
export { createWorkflow, type CreateWorkflowInput, createWorkflowSchema } from './workflows/create.ts'
export { deleteWorkflow } from './workflows/delete.ts'
export { cancelWorkflowRuns } from './workflow-runs/cancel.ts'
export { decideApproval, decideApprovalSchema } from './workflow-runs/decide.ts'
export { dryRunWorkflow, dryRunWorkflowSchema } from './workflow-runs/dry-run.ts'
export { getWorkflowRun } from './workflow-runs/get.ts'
export { replayWorkflowRuns } from './workflow-runs/replay.ts'
export { retryWorkflowRuns } from './workflow-runs/retry.ts'
export { selectedRunsSchema } from './workflow-runs/selected-runs.ts'
export { startWorkflow, startWorkflowSchema } from './workflow-runs/start.ts'
export {
  createWebhookEndpoint,
  type CreateWebhookEndpointInput,
  createWebhookEndpointSchema,
} from './webhooks/create.ts'
export { deleteWebhookEndpoint } from './webhooks/delete.ts'
export { getWebhookEndpoint, type WebhookEndpoint } from './webhooks/endpoint.ts'
export {
  getWebhookDelivery,
  listWebhookDeliveries,
  listWebhookDeliveriesSchema,
  listWebhookEndpoints,
  listWebhookEndpointsSchema,
} from './webhooks/list.ts'
export { replayWebhookDelivery } from './webhooks/replay.ts'
export { rotateWebhookSecret } from './webhooks/rotate-secret.ts'
export { testWebhookEndpoint } from './webhooks/send-test.ts'
export { updateWebhookEndpoint, updateWebhookEndpointSchema } from './webhooks/update.ts'
export { updateWorkflow, type UpdateWorkflowInput, updateWorkflowSchema } from './workflows/update.ts'
export { authenticateApiKey } from './api-keys/authenticate.ts'
export { createApiKey, type CreateApiKeyInput, createApiKeySchema } from './api-keys/create.ts'
export { deleteApiKey } from './api-keys/delete.ts'
export { type ApiKey, getApiKey } from './api-keys/get.ts'
export { listApiKeys, type ListApiKeysInput, listApiKeysSchema } from './api-keys/list.ts'
export { type ApiKeyRole, apiKeyRoles } from './api-keys/role.ts'
export { hasScope } from './api-keys/scopes.ts'
export { updateApiKey, type UpdateApiKeyInput, updateApiKeySchema } from './api-keys/update.ts'
export { countStaff } from './staff/count.ts'
export { createFirstOwner } from './staff/create-first-owner.ts'
export { createOwner } from './staff/create-owner.ts'
export { activateStaff, deactivateStaff } from './staff/activation.ts'
export { getStaffUser, type StaffUser } from './staff/get.ts'
export { inviteStaff, type InviteStaffInput, inviteStaffSchema } from './staff/invite.ts'
export { joinByStaffLink, readStaffLink } from './staff/join.ts'
export { listStaff, type ListStaffInput, listStaffSchema } from './staff/list.ts'
export { changeOwnPassword, listOwnSessions, revokeOwnSession } from './staff/own-access.ts'
export { recordOwnTwoFactor } from './staff/record-two-factor.ts'
export { removeStaffTwoFactor, requestStaffPasswordReset, sendStaffLink } from './staff/reset-access.ts'
export { updateStaff, type UpdateStaffInput, updateStaffSchema } from './staff/update.ts'
export type { StaffSession } from '@usher/database'
export type { CreateOwnerInput } from './staff/owner-fields.ts'
export { readStaffActor } from './staff/read-actor.ts'
export { isSetUpToken, setUpToken } from './staff/set-up-token.ts'
export type { ApiKeyListItem, StaffListItem } from '@usher/database'
export { prepareHouse } from './house/prepare.ts'
export { importContacts, type ImportContactsInput, type ImportOutcome } from './contacts/import.ts'
export type { CsvError } from './contacts/read-csv.ts'
export {
  type AuditEvent,
  listAuditEvents,
  type ListAuditEventsInput,
  listAuditEventsSchema,
} from './audit-events/list.ts'
export { nameEntities } from './audit-events/name-entities.ts'
export { listActivities, type ListActivitiesInput, listActivitiesSchema } from './activities/list.ts'
export type { ActivityListItem } from '@usher/database'
export { addSampleData, type SampleData } from './sample-data/add.ts'
export { hasSampleData } from './sample-data/exists.ts'
export { findSampleSite, type SampleSite } from './sample-data/find-site.ts'
export { removeSampleData, type StayedSample } from './sample-data/remove.ts'
export { type Answer, answerOnce } from './idempotency/answer-once.ts'
export { recordEmailEvent } from './emails/record-event.ts'
export {
  createOidcClient,
  type CreateOidcClientInput,
  createOidcClientSchema,
} from './oidc-clients/create.ts'
export { deleteOidcClient } from './oidc-clients/delete.ts'
export { type ClientOfWebsite, findOidcClientById, isSecretOf } from './oidc-clients/find.ts'
export { getOidcClient, type OidcClient } from './oidc-clients/get.ts'
export { listOidcClients, type ListOidcClientsInput, listOidcClientsSchema } from './oidc-clients/list.ts'
export { renewOidcClientSecret } from './oidc-clients/renew-secret.ts'
export {
  updateOidcClient,
  type UpdateOidcClientInput,
  updateOidcClientSchema,
} from './oidc-clients/update.ts'
export { readOidcPublicKeys, readOidcSigningKey } from './oidc-keys/read.ts'
export { rotateOidcKeys } from './oidc-keys/rotate.ts'
export { beginOidcAuthorization, type RedeemedCode } from './oidc-tokens/begin.ts'
export { findStandingOidcAuthorization } from './oidc-tokens/find.ts'
export { type OidcAuthorization, refreshOidcAuthorization } from './oidc-tokens/refresh.ts'
export { endOidcAuthorization, endOidcAuthorizationsOfSession } from './oidc-tokens/revoke.ts'
export { readWebsiteAccess } from './website-access/read.ts'
export type { AccessSubject, OidcClientListItem, WebsiteAccess } from '@usher/database'
export {
  createIdentityProvider,
  type CreateIdentityProviderInput,
  createIdentityProviderSchema,
} from './identity-providers/create.ts'
export { deleteIdentityProvider } from './identity-providers/delete.ts'
export type { IdentityProvider } from './identity-providers/describe.ts'
export {
  findUsableIdentityProvider,
  listUsableIdentityProviders,
  type UsableIdentityProvider,
} from './identity-providers/find-usable.ts'
export { getIdentityProvider } from './identity-providers/get.ts'
export {
  listIdentityProviders,
  type ListIdentityProvidersInput,
  listIdentityProvidersSchema,
} from './identity-providers/list.ts'
export {
  updateIdentityProvider,
  type UpdateIdentityProviderInput,
  updateIdentityProviderSchema,
} from './identity-providers/update.ts'
export { getSignInSettings, type SignInSettings } from './sign-in-settings/get.ts'
export {
  updateSignInSettings,
  type UpdateSignInSettingsInput,
  updateSignInSettingsSchema,
} from './sign-in-settings/update.ts'
export type { WaysIn } from '@usher/database'
export { changePassword } from './identities/change-password.ts'
export { chooseUsername, findAddressOfUsername } from './identities/choose-username.ts'
export { passwordResetMinutes, requestPasswordReset } from './identities/request-password-reset.ts'
export { findReset, resetPassword } from './identities/reset-password.ts'
export { forgetUnusedInvitee, readWaysIn, removeWayIn } from './identities/ways-in.ts'
export type { InvitationRequestListItem } from '@usher/database'
export { approveInvitationRequest } from './invitation-requests/approve.ts'
export { closeInvitationRequest } from './invitation-requests/close.ts'
export { declineInvitation } from './invitation-requests/decline.ts'
export {
  countInvitationRequests,
  listInvitationRequests,
  type ListInvitationRequestsInput,
  listInvitationRequestsSchema,
} from './invitation-requests/list.ts'
export { requestNewLink } from './invitation-requests/request-new-link.ts'
export {
  createInviteeWithAccount,
  type ExternalAccount,
  findInviteeOfAccount,
  findInviteeOfAddress,
  linkIdentity,
} from './identities/link-identity.ts'
export {
  readSecondFactor,
  removeSecondFactor,
  setSecondFactor,
  spendRecoveryCode,
  spendSecondFactorStep,
} from './identities/second-factor.ts'
export {
  createSuppression,
  type CreateSuppressionInput,
  createSuppressionSchema,
} from './suppressions/create.ts'
export { deleteSuppression } from './suppressions/delete.ts'
export { getSuppression, type Suppression } from './suppressions/get.ts'
export { listSuppressions, type ListSuppressionsInput, listSuppressionsSchema } from './suppressions/list.ts'
export {
  allowInvitations,
  readUnsubscribe,
  stopInvitations,
  type Unsubscribe,
} from './suppressions/unsubscribe.ts'
export { resendEmail, type ResendEmailInput, resendEmailSchema } from './emails/resend.ts'
export type { Receipt } from '@usher/database'
export { giveBackAccess } from './redemptions/give-back.ts'
export { readReceipts } from './redemptions/read-receipts.ts'
export type { MailState } from '@usher/database'
export { examineMail } from './mail-settings/examine.ts'
export { getMailSettings } from './mail-settings/get.ts'
export {
  updateMailSettings,
  type UpdateMailSettingsInput,
  updateMailSettingsSchema,
} from './mail-settings/update.ts'
export { activateEmailTemplate } from './email-templates/activate.ts'
export { deleteEmailTemplateDraft } from './email-templates/delete-draft.ts'
export { type EmailTemplate, getEmailTemplate } from './email-templates/get.ts'
export { restoreEmailTemplate, restoreEmailTemplateSchema } from './email-templates/restore.ts'
export { updateEmailTemplateDraft, updateEmailTemplateDraftSchema } from './email-templates/update-draft.ts'
export type { TemplateProblem } from './deps.ts'
export { createTask } from './tasks/create.ts'
export { createTaskSchema } from './tasks/input.ts'
export { getTask, type Task } from './tasks/get.ts'
export { listTasks, listTasksSchema } from './tasks/list.ts'
export { cancelTask } from './tasks/cancel.ts'
export { undoTask } from './tasks/undo.ts'
export { runTask } from './tasks/run.ts'
export {
  importPowerPages,
  type ImportPowerPagesInput,
  importPowerPagesSchema,
  type PowerPagesOutcome,
} from './power-pages/import.ts'
export type { Note as PowerPagesNote, SourceFile as PowerPagesFile } from './power-pages/tables.ts'
export { eraseContact, type EraseContactInput, eraseContactSchema } from './contacts/erase.ts'
export { createContactImport } from './contact-imports/create.ts'
export { listRejectedRows } from './contact-imports/list-rejects.ts'
export { blockersOf, type ImportCounts, type ImportPlan } from './contact-imports/plan.ts'
export { startContactImport } from './contact-imports/start.ts'
export { type CsvField, csvFields } from './contacts/read-csv.ts'
export { createScimTarget, type CreateScimTargetInput, createScimTargetSchema } from './scim/create.ts'
export { deleteScimTarget } from './scim/delete.ts'
export { getScimTarget, type ScimDelivery, type ScimTarget } from './scim/get.ts'
export { createSavedView, createSavedViewSchema } from './saved-views/create.ts'
export { deleteSavedView } from './saved-views/delete.ts'
export { listSavedViews } from './saved-views/list.ts'
