import { Hono } from 'hono'
import { refuse } from '@usher/domain'
import type { Edge } from '../edge.ts'
import type { EdgeEnv } from '../edge-deps.ts'
import { answerProblem } from '../http/problem.ts'

/** Alive; and ready: the database answers and has everything this release reads. */
export const healthRoutes = ({ deps }: Edge) =>
  new Hono<EdgeEnv>()
    .get('/health', (c) => c.json({ status: 'ok' }))
    .get('/ready', async (c) => {
      if (await deps.isReady()) return c.json({ status: 'ready' })
      return answerProblem(c, refuse('unavailable'), 'The database cannot be reached, or is not migrated.')
    })
