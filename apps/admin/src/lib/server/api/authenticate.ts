import { refuse } from '@usher/domain'
import { authenticateApiKey, type Deps } from '@usher/services'
import type { MiddlewareHandler } from 'hono'
import type { ApiEnvironment } from './environment.ts'
import { answerProblem } from './problem.ts'

/** Lets nobody in without a key; a cookie opens nothing here. */
export const authenticate =
  (deps: Deps): MiddlewareHandler<ApiEnvironment> =>
  async (c, next) => {
    const [, key = ''] = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '') ?? []
    const actor = await authenticateApiKey({ deps, key, ipAddress: c.env?.ipAddress ?? null })
    if (!actor) return answerProblem(c, refuse('not_signed_in'))
    c.set('actor', actor)
    return next()
  }
