import { type Change, openCursors } from '@usher/database'
import type { Deps } from '../deps.ts'

/** Goes into the batch that makes somebody listen, before that statement: what happened earlier is not told. */
export const startListening = (deps: Pick<Deps, 'now'>): Change[] => openCursors(deps.now())
