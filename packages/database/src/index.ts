export type { ClaimedRedemption, ClaimRequest } from './claims/redemption-claim.ts'
export { claimRedemption } from './claims/claim-queue.ts'
export { findRedeemableInvitation, type RedeemableInvitation } from './queries/redeemable-invitations.ts'
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
  contactEmailIsFree,
  contactIsUnused,
  type ContactListItem,
  type ContactRow,
  contactSorts,
  type ContactUse,
  countContactUses,
  deleteContactRow,
  findContact,
  findContacts,
  updateContactRow,
} from './queries/contacts.ts'
export { isUnchanged } from './queries/unchanged.ts'
export {
  countWebRoleUses,
  deleteWebRoleRow,
  findWebRole,
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
export * as schema from './schema/index.ts'
export { insertActivities, type NewActivity } from './queries/activities.ts'
export {
  codeIsFree,
  findFirstOwnerId,
  findInvitation,
  findInvitationReferences,
  findInvitations,
  insertInvitations,
  insertInvitationWebRoles,
  insertRecipients,
  type InvitationRecord,
  type NewInvitation,
  ownerIsActive,
  webRolesAreOfWebsite,
  workflowRunsOnRedemption,
} from './queries/invitations.ts'
