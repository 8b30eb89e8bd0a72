import type { ExclusionReason } from '@usher/domain'

/** A send before it is decided: short enough to read. */
export type PlanSummary = {
  /** Made with the plan: saying OK twice is one send. */
  sendId: string
  invitationIds: string[]
  recipientCount: number
  /** The first of them. */
  recipients: { name: string; email: string; invitationName: string }[]
  exclusionCount: number
  exclusions: { reason: ExclusionReason; words: string; count: number; names: string[]; otherNames: number }[]
  /** No mail leaves the house. */
  isKeptInOutbox: boolean
}
