import type { EdgeDeps } from './edge-deps.ts'
import { createSubmissions } from './http/same-submission.ts'
import { createIdentity } from './identity/identity.ts'
import { createCodeLimits } from './limits/code-limits.ts'
import { createReplyLimits } from './limits/reply-limits.ts'

/** What the routes share while the process lives. */
export const createEdge = (deps: EdgeDeps) => ({
  deps,
  identity: createIdentity(deps),
  codeLimits: createCodeLimits(deps),
  replyLimits: createReplyLimits(deps),
  submissions: createSubmissions(deps),
})
/** Loads what the first sign-in would wait for, once the first pages are out. */
export const warmUp = (edge: Edge): void =>
  void setTimeout(() => void edge.identity.auth().catch(() => undefined), warmUpMilliseconds)
const warmUpMilliseconds = 500

export type Edge = ReturnType<typeof createEdge>
