import { seal, unseal } from '@usher/domain'
import type { Deps } from '../deps.ts'

const contextOf = (id: string) => `identity-provider:${id}`

export const sealProviderSecret = (deps: Deps, id: string, secret: string): Promise<string> =>
  seal(deps.keys, secret, { iv: deps.randomBytes(12), context: contextOf(id) })

/** `null` when there is none, it was altered, or its key is gone. */
export const openProviderSecret = async (
  deps: Deps,
  provider: { id: string; secretSealed: string | null },
): Promise<string | null> =>
  provider.secretSealed && unseal(deps.keys, provider.secretSealed, { context: contextOf(provider.id) })
