export type { ClaimedRedemption, ClaimRequest } from './claims/redemption-claim.ts'
export { claimRedemption } from './claims/claim-queue.ts'
export { findRedeemableInvitation, type RedeemableInvitation } from './queries/redeemable-invitations.ts'
export { findMe, type Me } from './queries/me.ts'
export { type Database, openDatabase, type Written } from './connection/database.ts'
export {
  DatabaseUnavailableError,
  isForeignKeyViolation,
  isUnavailable,
  isUniqueViolation,
} from './connection/errors.ts'
export { type Guard, guard, type Statement } from './connection/statement.ts'
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
