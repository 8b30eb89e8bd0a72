import { type StaffRole, staffRoles } from '@usher/domain'

/** What a key can be. No key is an owner. */
export const apiKeyRoles = ['admin', 'inviter', 'viewer'] as const
export type ApiKeyRole = (typeof apiKeyRoles)[number]

/** The one that may do less. */
export const lesserRole = (one: StaffRole, other: StaffRole): StaffRole =>
  staffRoles.indexOf(one) > staffRoles.indexOf(other) ? one : other
