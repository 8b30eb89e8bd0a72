import { seal, unseal } from '@usher/domain'
import type { Deps } from '../deps.ts'

/** `whsec_` and 192 random bits in base64, as Standard Webhooks has it. */
export function newSecret(deps: Deps): string {
  return `whsec_${btoa(String.fromCharCode(...deps.randomBytes(24)))}`
}

export const sealSecret = (deps: Deps, endpointId: string, secret: string): Promise<string> =>
  seal(deps.keys, secret, { iv: deps.randomBytes(12), context: contextOf(endpointId) })

/** `null` when its key is gone. */
export const openSecret = (deps: Deps, endpointId: string, sealed: string): Promise<string | null> =>
  unseal(deps.keys, sealed, { context: contextOf(endpointId) })

const contextOf = (endpointId: string) => `webhook-secret:${endpointId}`
