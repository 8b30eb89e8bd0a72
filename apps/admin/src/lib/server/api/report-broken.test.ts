import { configure, reset } from '@logtape/logtape'
import * as v from 'valibot'
import { afterEach, expect, test } from 'vitest'
import { reportBroken } from './report-broken.ts'

afterEach(() => reset())

test('A report names what broke and where, and nothing of what was sent or stored', async () => {
  const lines: string[] = []
  await configure({
    sinks: { lines: (record) => lines.push(JSON.stringify(record)) },
    loggers: [
      { category: ['usher'], sinks: ['lines'] },
      { category: ['logtape', 'meta'], sinks: [] },
    ],
  })
  class DrizzleQueryError extends Error {
    override name = 'DrizzleQueryError'
  }
  const errors = [
    new DrizzleQueryError('Failed query: select 1 params: jane@contoso.example'),
    new Error('outer', { cause: new DrizzleQueryError('params: jane@contoso.example') }),
  ]
  try {
    v.parse(v.pipe(v.string(), v.isoTimestamp()), 'jane@contoso.example')
  } catch (error) {
    if (error instanceof Error) errors.push(error)
  }
  for (const error of errors)
    reportBroken(error, { method: 'POST', route: '/contacts', requestId: 'request-7' })

  expect(lines).toHaveLength(3)
  for (const line of lines) {
    expect(line).toContain('request-7')
    expect(line).toContain('report-broken.test.ts')
    expect(line).not.toContain('jane')
  }
})
