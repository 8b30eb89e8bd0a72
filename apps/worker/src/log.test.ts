import { expect, test, vi } from 'vitest'
import { configureLog, log } from './log.ts'

test('should a secret get into a line all the same, it is blotted out by its field’s name or its looks', async () => {
  const lines: string[] = []
  const spies = (['info', 'log', 'warn', 'error', 'debug'] as const).map((method) =>
    vi
      .spyOn(console, method)
      .mockImplementation((...parts: unknown[]) => void lines.push(parts.map(String).join(' '))),
  )
  await configureLog()
  log.info('mailed {who} at {link}: {said}', {
    who: 'jane@fabrikam.example',
    link: 'https://contoso.example/i/ABCDEFGHJKMNPQRSTVWX?r=proof',
    said: 'use ABCD-EFGH-JKMN-PQRS-TVWX',
    code: '482913',
  })
  for (const spy of spies) spy.mockRestore()
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain('mailed')
  expect(lines[0]).not.toMatch(/jane|ABCD|TVWX|proof|482913/)
})
