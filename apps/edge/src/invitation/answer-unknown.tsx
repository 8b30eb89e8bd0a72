import type { Context } from 'hono'
import type { EdgeEnv } from '../edge-deps.ts'
import { answerRefusal } from '../http/answer-refusal.tsx'
import { textsFor } from '../texts/index.ts'
import type { Presented } from './present.ts'

/** A code that is none: the same page for everybody, but for a typing slip. */
export const answerUnknown = (c: Context<EdgeEnv>, presented: Extract<Presented, { ok: false }>) =>
  answerRefusal(c, presented.refused, presented.isMistyped ? { text: textsFor(null).mistyped } : {})
