import type { Context } from 'hono'
import type { EdgeEnv } from '../edge-deps.ts'
import { answerRefusal } from '../http/answer-refusal.tsx'
import { textsOf } from '../texts/choose.ts'
import type { Presented } from './present.ts'

/** A code that is none: the same page for everybody, but for a typing slip. */
export const answerUnknown = (c: Context<EdgeEnv>, presented: Extract<Presented, { ok: false }>) =>
  answerRefusal(c, presented.refused, presented.isMistyped ? { text: textsOf(c).mistyped } : {})
