import { expect, test } from 'vitest'
import { readEnvironment } from './environment.ts'
import { isAllowedHost, problemInWebhookUrl } from './webhook-target.ts'

test('the allow-list of the environment takes hosts, host:port, addresses and networks, and names what is none', () => {
  const read = (WEBHOOK_ALLOWED_TARGETS: string) =>
    readEnvironment({ WEBHOOK_ALLOWED_TARGETS }).webhookAllowedTargets
  expect(read(' CRM.internal:8080, 10.1.0.0/16,fd00::/8 , 127.0.0.1,erp.internal')).toEqual([
    'crm.internal:8080',
    '10.1.0.0/16',
    'fd00::/8',
    '127.0.0.1',
    'erp.internal',
  ])
  expect(readEnvironment({}).webhookAllowedTargets).toEqual([])
  for (const wrong of ['https://crm.internal', 'crm internal', 'crm.internal/hook', '10.0.0.0/x', '*'])
    expect(() => read(wrong)).toThrow(/WEBHOOK_ALLOWED_TARGETS has/)
})

test('an allowed host is one with its port, or with any where none is named', () => {
  const url = (text: string) => new URL(text)
  expect(isAllowedHost(url('http://crm.internal:8080/x'), ['crm.internal:8080'])).toBe(true)
  expect(isAllowedHost(url('http://crm.internal:9090/x'), ['crm.internal:8080'])).toBe(false)
  expect(isAllowedHost(url('https://crm.internal/x'), ['crm.internal:443'])).toBe(true)
  expect(isAllowedHost(url('http://crm.internal:9090/x'), ['crm.internal'])).toBe(true)
  expect(isAllowedHost(url('https://evil-crm.internal/'), ['crm.internal'])).toBe(false)
})

test.each([
  ['https://crm.example.com/hook', null],
  ['http://crm.example.com/hook', /https/],
  ['https://user:secret@crm.example.com/', /Leave user and password out/],
  ['https://127.1/', /private network/],
  ['https://0x7f.1/', /private network/],
  ['https://printer.local/', /private network/],
  ['javascript:alert(1)', /Give an address/],
  ['', /Give an address/],
])('%s', (url, problem) => {
  const found = problemInWebhookUrl(url, [])
  if (problem === null) expect(found).toBeNull()
  else expect(found).toMatch(problem)
})
