import { configureSync, getConsoleSink, getJsonLinesFormatter, getLogger } from '@logtape/logtape'
import type { Log } from '../edge-deps.ts'

/** One JSON line an event, to standard output. What may be said is decided where it is said. */
export function createLog(lowestLevel: 'info' | 'warning' = 'info'): Log {
  configureSync({
    sinks: { console: getConsoleSink({ formatter: getJsonLinesFormatter({ properties: 'flatten' }) }) },
    loggers: [
      { category: ['usher'], lowestLevel, sinks: ['console'] },
      { category: ['logtape', 'meta'], lowestLevel: 'warning', sinks: ['console'] },
    ],
  })
  const logger = getLogger(['usher', 'edge'])
  return (level, event, data = {}) => logger[level](event, data)
}
