import { configure, getConsoleSink, getJsonLinesFormatter, getLogger } from '@logtape/logtape'

/** One JSON line an event on the standard streams. Nothing that is logged here holds a code, an address or a name. */
export async function startLogging(): Promise<void> {
  await configure({
    reset: true,
    sinks: { console: getConsoleSink({ formatter: getJsonLinesFormatter() }) },
    loggers: [
      { category: ['logtape', 'meta'], lowestLevel: 'error', sinks: ['console'] },
      { category: ['usher'], lowestLevel: 'info', sinks: ['console'] },
    ],
  })
}

export const log = getLogger(['usher', 'admin'])
