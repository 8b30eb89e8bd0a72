/** What only the worker does: it brings the renderer with it, so it has a door of its own. */
export { checkDeliveries } from './emails/check-deliveries.ts'
export { type Delivery, deliverEmails } from './emails/deliver.ts'
export { claimJobs, type JobClaim, type Lease } from './jobs/claim.ts'
export { failJob } from './jobs/fail.ts'
export { releaseLease, renewLease } from './jobs/lease.ts'
export { pruneExpired } from './jobs/prune.ts'
export { type Advance, advanceRuns } from './workflow-runs/advance.ts'
