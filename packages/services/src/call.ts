import type { Actor } from './actor.ts'
import type { Deps } from './deps.ts'

/** What a verb is called with. The input comes from outside: the verb parses it. */
export type Call = { deps: Deps; actor: Actor; input: unknown }
