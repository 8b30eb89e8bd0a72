export type { ClaimedRedemption, ClaimRequest } from './claims/redemption-claim.ts'
export { claimRedemption } from './claims/claim-queue.ts'
export {
  findCodeHash,
  findRedeemableInvitation,
  type RedeemableInvitation,
} from './queries/redeemable-invitations.ts'
export { findMe, findWebRolesOfContact, type Me } from './queries/me.ts'
export { type Database, openDatabase, type Written } from './connection/database.ts'
export {
  DatabaseUnavailableError,
  isForeignKeyViolation,
  isUnavailable,
  isUniqueViolation,
} from './connection/errors.ts'
export { type Change, type Guard, guard, type Statement } from './connection/statement.ts'
export {
  accountExists,
  accountIsUnused,
  type AccountListItem,
  type AccountRow,
  accountSorts,
  countAccountUses,
  deleteAccountRow,
  findAccount,
  findAccounts,
  updateAccountRow,
} from './queries/accounts.ts'
export {
  findAccountsByName,
  findContactsByEmail,
  type ImportedFields,
  insertAccounts,
  insertImportActivities,
  insertImportedContacts,
  type NewImportedContact,
  noAccountIsNamed,
  updateImportedContacts,
} from './queries/contact-imports.ts'
export {
  contactEmailIsFree,
  contactIsUnused,
  type ContactListItem,
  type ContactRow,
  contactSorts,
  type ContactUse,
  countContactUses,
  deleteContactRow,
  findContact,
  findContactIds,
  findContacts,
  updateContactRow,
} from './queries/contacts.ts'
export {
  type ApiKeyListItem,
  type ApiKeyRow,
  apiKeySorts,
  findApiKey,
  findApiKeys,
  findUsableApiKey,
  revokeApiKeyRow,
  touchApiKey,
  updateApiKeyRow,
} from './queries/api-keys.ts'
export {
  type AuditEventRow,
  auditEventSorts,
  findAuditEvents,
  hasAuditEvent,
} from './queries/audit-events.ts'
export { findEntityNames } from './queries/entity-names.ts'
export {
  countStaffUsers,
  findActiveStaffUser,
  findGrantableWebRoleIds,
  findStaffUser,
  findStaffUsers,
  insertInvitedStaffUser,
  insertStaffUser,
  noStaffExists,
  otherOwnerExists,
  replaceGrantableWebRoles,
  staffEmailIsFree,
  type StaffListItem,
  staffSorts,
  type StaffUserRow,
  staffUserIsActive,
  updateStaffUserRow,
} from './queries/staff.ts'
export {
  findStaffLink,
  findStaffPasswordHash,
  insertStaffLink,
  removeTwoFactor,
  setStaffPassword,
  type StaffLink,
  staffLinkIsUsable,
  useStaffLinks,
} from './queries/staff-links.ts'
export { deleteStaffSessions, findStaffSessions, type StaffSession } from './queries/staff-sessions.ts'
export {
  findSampleRecords,
  forgetGoneSampleRecords,
  forgetSampleRecord,
  hasSampleRecords,
  insertSampleRecords,
  noSampleDataExists,
  type SampleEntityType,
} from './queries/sample-records.ts'
export { deleteSampleInvitations, deleteSampleStructure } from './queries/sample-removal.ts'
export { isUnchanged } from './queries/unchanged.ts'
export {
  countWebRoleUses,
  deleteWebRoleRow,
  findWebRole,
  findWebRoleIds,
  findWebRoles,
  updateWebRoleRow,
  webRoleIsUnused,
  type WebRoleListItem,
  webRoleNameIsFree,
  type WebRoleRow,
  webRoleSorts,
} from './queries/web-roles.ts'
export {
  countWebsiteUses,
  deleteWebsiteRow,
  findDefaultWebsite,
  findWebsite,
  findWebsites,
  noWebsiteExists,
  otherWebsiteExists,
  updateWebsiteRow,
  websiteExists,
  websiteIsUnused,
  type WebsiteListItem,
  websiteNameIsFree,
  type WebsiteRow,
  websiteSorts,
} from './queries/websites.ts'
export {
  containsText,
  endPage,
  type Page,
  type PageQuery,
  type PageRequest,
  type SortName,
  sortNamesOf,
  type Sorts,
  startPage,
} from './queries/page.ts'
export { findRedemptions, type RedemptionListItem, redemptionSorts } from './queries/redemptions.ts'
export {
  findContactsOfAddress,
  findInvitationFacts,
  findPersonFacts,
  findSignInOfAddress,
  type InvitationFacts,
  type PersonFacts,
} from './queries/access-facts.ts'
export { type Attention, countAttention, findFunnel, type FunnelDay } from './queries/overview.ts'
export {
  deleteInvitationTemplateRow,
  findInvitationTemplate,
  findInvitationTemplates,
  type InvitationTemplate,
  saveInvitationTemplateRow,
} from './queries/invitation-templates.ts'
export { findRedemption, type RedemptionDetail } from './queries/redemption-details.ts'
export { redemptionStands, undoRedemptionStatements } from './queries/redemption-undoing.ts'
export {
  findEndingGrants,
  findGrant,
  findGrants,
  grantIsAsRead,
  type GrantListItem,
  type GrantRow,
  grantSorts,
  type GrantState,
  grantStates,
  insertGrant,
  isNotGivenByHand,
  updateGrantRow,
} from './queries/grants.ts'
export * as schema from './schema/index.ts'
export {
  type ActivityListItem,
  activitySorts,
  findActivities,
  insertActivities,
  type NewActivity,
} from './queries/activities.ts'
export {
  findInvitationNames,
  findInvitationRecipients,
  findRedeemedContacts,
  type InvitationPerson,
  type InvitationRecipient,
  invitationRecipientSorts,
} from './queries/invitation-details.ts'
export {
  codeIsFree,
  identityProviderIsOfWebsite,
  invitationGivesOnly,
  invitationIsActive,
  invitationIsAsRead,
  invitationIsInactive,
  invitationIsNotRedeemed,
  invitationIsUntouched,
  maximumCoversRedemptions,
  ownerIsActive,
  webRolesAreOfWebsite,
  workflowRunsOnRedemption,
} from './queries/invitation-guards.ts'
export {
  findInvitationIds,
  findInvitationPage,
  type InvitationListItem,
  invitationSorts,
} from './queries/invitation-lists.ts'
export {
  anotherWayInStays,
  deleteIdentityRow,
  deletePasskeyRow,
  deleteSessions,
  deleteUnusedInvitee,
  findInvitee,
  findInviteeByEmail,
  findInviteeByIdentity,
  findInviteeByUsername,
  findSecondFactor,
  findWaysIn,
  insertIdentity,
  insertInviteeUser,
  type InviteeUserRow,
  setPassword,
  setUsername,
  usernameIsFree,
  type WaysIn,
} from './queries/identities.ts'
export {
  findPasswordReset,
  passwordResetWorks,
  replacePasswordReset,
  usePasswordReset,
} from './queries/password-resets.ts'
export {
  deleteSecondFactor,
  recoveryCodeIsLeft,
  replaceSecondFactor,
  type SecondFactorRow,
  stepIsNew,
  useRecoveryCode,
  useStep,
} from './queries/second-factors.ts'
export {
  deleteIdentityProviderRow,
  findEnabledIdentityProviders,
  findIdentityProvider,
  findIdentityProviders,
  identityProviderIsUnused,
  type IdentityProviderListItem,
  identityProviderNameIsFree,
  type IdentityProviderRow,
  identityProviderSorts,
  updateIdentityProviderRow,
} from './queries/identity-providers.ts'
export { findFirstOwnerId, findInvitationReferences } from './queries/invitation-references.ts'
export {
  deleteInvitationRow,
  findInvitation,
  findInvitations,
  findSealedCode,
  insertInvitations,
  insertInvitationWebRoles,
  insertRecipients,
  type InvitationChange,
  type InvitationRecord,
  type NewInvitation,
  replaceInvitationWebRoles,
  replaceRecipients,
  setDeactivatedAt,
  setGrantEnd,
  type GrantEnd,
  updateInvitationRow,
} from './queries/invitations.ts'
export {
  type EmailListItem,
  type EmailRow,
  emailSorts,
  findEmail,
  findEmails,
  insertEmails,
  insertInvitationEmails,
  type NewEmail,
} from './queries/emails.ts'
export {
  type EmailAttempt,
  type EmailOutcome,
  type EmailToDeliver,
  findEmailPreview,
  findEmailsToDeliver,
  markAttempts,
  recordOutcomes,
} from './queries/email-deliveries.ts'
export { pruneExpired } from './queries/housekeeping.ts'
export {
  claimJobs,
  type ClaimedJob,
  completeJobs,
  failJobs,
  findParkedJobs,
  hasDueJobs,
  holdsLease,
  insertJobs,
  jobIsParked,
  type JobSelection,
  type NewJob,
  type ParkedJob,
  parkedJobSorts,
  releaseJobs,
  releaseLease,
  renewLease,
  findWebRoleIdsOfJob,
  retryJob as retryJobStatements,
} from './queries/jobs.ts'
export {
  cancelSend as cancelSendStatements,
  completeFinishedSends,
  findSend,
  findSendCandidates,
  findSendExclusions,
  findSends,
  holdJobs,
  insertSend,
  insertSendExclusions,
  pauseSend as pauseSendStatements,
  resumeSend as resumeSendStatements,
  type SendCandidate,
  type SendExclusion,
  sendInvitationIsActivated,
  sendIsIn,
  type SendRow,
  sendSorts,
} from './queries/sends.ts'
export {
  findSendExclusionPage,
  type SendExclusionListItem,
  sendExclusionSorts,
} from './queries/send-exclusions.ts'
export {
  cancelRuns,
  decideRun,
  findPeopleToStart,
  findRunDetail,
  findRunsById,
  findWorkflowRuns,
  retryRuns,
  runAwaitsApproval,
  type WorkflowRunDetail,
  type WorkflowRunListItem,
  workflowRunSorts,
} from './queries/workflow-runs.ts'
export {
  changeRuns,
  findDefinitions,
  findHeldJobIds,
  findImaginedRun,
  findRunStates,
  holdsLeases,
  insertRuns,
  type NewRun,
  parkRun,
  putOffJobs,
  recordSteps,
  type RunChange,
  type RunState,
  type StepChange,
} from './queries/run-states.ts'
export {
  activatorMayGrant,
  findAccountNamed,
  hasWebRole,
  insertContactTags,
  insertWorkflowGrant,
  noAccountHasName,
  revokeGrants,
} from './queries/step-effects.ts'
export {
  type AttemptOutcome,
  deliveryIsOver,
  type DeliveryToSend,
  findDeliveries,
  findDeliveriesToSend,
  findDelivery,
  insertDeliveries,
  type NewDelivery,
  recordAttempt,
  sendAgain,
  wakeRunOfDelivery,
  type WebhookDeliveryListItem,
  type WebhookDeliveryRow,
  webhookDeliverySorts,
} from './queries/webhook-deliveries.ts'
export { findEventStretches, openCursors, readEvents } from './queries/events.ts'
export {
  deleteEndpointRows,
  disableEndpoint,
  endpointIsUncalled,
  endpointNameIsFree,
  findEndpoint,
  findEndpointIds,
  findEndpoints,
  insertEndpoint,
  updateEndpointRow,
  type WebhookEndpointRow,
  webhookEndpointSorts,
} from './queries/webhook-endpoints.ts'
export {
  activateVersion,
  countWorkflowUses,
  deleteDraft,
  deleteWorkflowRow,
  findBuiltInWorkflow,
  findWorkflow,
  findWorkflows,
  findWorkflowsById,
  insertBuiltInWorkflow,
  insertWorkflow,
  setWorkflowStatus,
  updateWorkflowRow,
  workflowIsIn,
  workflowIsUnused,
  workflowNameIsFree,
  writeDraft,
  type WorkflowRow,
  workflowSorts,
} from './queries/workflows.ts'
export {
  addAttempts,
  type AttemptCount,
  deleteAttempts,
  deleteAttemptsStatement,
  findAttempts,
  subtractAttempts,
} from './queries/attempts.ts'
export { inviteeUserExists, isInvitedAddress } from './queries/invitee-users.ts'
export { readEveryTable } from './queries/readiness.ts'
export {
  claimIdempotencyKey,
  ClaimTakenOverError,
  fenceWrites,
  findIdempotencyRecord,
  type IdempotencyClaim,
  keepIdempotentAnswer,
  releaseIdempotencyKey,
} from './queries/idempotency-records.ts'
export { type EmailEventToRecord, recordEmailEvent } from './queries/email-events.ts'
export { claimEmailChecks, type EmailToCheck, recordEmailChecks } from './queries/email-checks.ts'
export {
  advanceTask,
  claimTask,
  findTask,
  findTaskChanges,
  findTasks,
  holdsTask,
  taskIsIn,
  type TaskListItem,
  type TaskRow,
  taskSorts,
  updateTaskRow,
} from './queries/tasks.ts'
export {
  countRejects,
  deletePieces,
  deleteRejects,
  findPiece,
  findRejects,
  findTouched,
  insertPiece,
  insertRejects,
  keepImported,
  type Reject,
  restoreContacts,
} from './queries/task-files.ts'
export {
  activateMany,
  auditPiece,
  type Ceiling,
  deactivateMany,
  deleteManyInvitations,
  extendMany,
  giveMany,
  insertManyInvitations,
  restoreInvitations,
  revokeMany,
  tellInvitations,
} from './queries/bulk-changes.ts'
export { findWebRoleIdsOfInvitations } from './queries/invitation-web-roles.ts'
export {
  deleteOidcClientRow,
  findClientOfWebsite,
  findOidcClient,
  findOidcClients,
  findPublicClientId,
  oidcClientExists,
  type OidcClientListItem,
  oidcClientNameIsFree,
  type OidcClientRow,
  oidcClientSorts,
  updateOidcClientRow,
} from './queries/oidc-clients.ts'
export {
  deleteSupersededOidcKeys,
  findOidcKeys,
  insertOidcKey,
  type OidcKeyRow,
  type PublicJwk,
} from './queries/oidc-keys.ts'
export {
  deleteEndedOidcAuthorizations,
  findOidcAuthorization,
  nextOidcRefresh,
  type OidcAuthorizationRow,
  oidcCodeIsUnused,
  oidcRefreshIsCurrent,
  revokeOidcAuthorization,
  revokeOidcAuthorizationsOfSession,
} from './queries/oidc-authorizations.ts'
export { type AccessSubject, findWebsiteAccess, type WebsiteAccess } from './queries/website-access.ts'
export {
  countOpenInvitationRequests,
  decideInvitationRequest,
  declineRecipient,
  findInvitationRequest,
  findInvitationRequests,
  insertInvitationRequest,
  invitationRequestIsNew,
  invitationRequestIsOpen,
  type InvitationRequestListItem,
  invitationRequestSorts,
} from './queries/invitation-requests.ts'
export {
  type ActiveSuppression,
  findAddressOfMessage,
  findMailOfUnsubscribe,
  findSuppression,
  findSuppressions,
  findSuppressionsByHash,
  forgetSuppressedAddress,
  hasSuppressions,
  insertSuppressions,
  liftSuppression,
  liftSuppressions,
  type MailOfUnsubscribe,
  type NewSuppression,
  suppressionIsActive,
  type SuppressionListItem,
  suppressionSorts,
} from './queries/suppressions.ts'
export { findReceipts, giveBackStatements, type Receipt, redemptionIsHeldBy } from './queries/receipts.ts'
export {
  areWithinRecipientCap,
  countRecentInvitations,
  findMailState,
  isWithinCap,
  type MailState,
  pauseMailQueue,
  resumeMailQueue,
  writeMailSettings,
} from './queries/mail-settings.ts'
export {
  activateTemplateVersion,
  type EmailTemplateRow,
  type EmailTemplateVersion,
  findEmailTemplate,
  findTemplateToSend,
  findTemplateVersion,
  findTemplateVersions,
  templateDraftIs,
  type TemplateToSend,
  writeTemplateDraft,
} from './queries/email-templates.ts'
export {
  findGrantedPairs,
  findRedemptionWorkflows,
  findTakenCodeHashes,
  findTakenIds,
  findWebRolesOfWebsite,
  insertContacts,
  insertDatedActivities,
  insertGrants,
  insertRedemptions,
  insertWebRoles,
  insertWebRolesOfInvitations,
} from './queries/source-imports.ts'
export { contactIsToBeErased, eraseContactStatements } from './queries/contact-erasure.ts'
export {
  claimScimTarget,
  deleteScimLink,
  deleteScimTargetRow,
  findScimDeliveries,
  findScimLinks,
  findScimSource,
  findScimTarget,
  insertScimDelivery,
  putScimLink,
  type ScimDelivery,
  type ScimLinkRow,
  type ScimTarget,
  type ScimTargetRow,
  updateScimTarget,
  websiteHasNoScimTarget,
} from './queries/scim.ts'
export {
  deleteSavedViewRow,
  findSavedViews,
  keepSavedView,
  savedViewIs,
  type SavedViewListItem,
} from './queries/saved-views.ts'
