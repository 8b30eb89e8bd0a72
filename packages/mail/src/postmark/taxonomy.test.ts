import { expect, test } from 'vitest'
import { judge } from './taxonomy.ts'

test.each([
  [200, 0, 'accepted'],
  [0, 0, 'try_again'],
  [429, 0, 'try_again'],
  [500, 0, 'try_again'],
  [502, 0, 'try_again'],
  [422, 100, 'try_again'],
  [401, 0, 'pause_queue'],
  ...[10, 400, 401, 405, 412, 413, 1101, 1235, 1236].map((code) => [422, code, 'pause_queue'] as const),
  [200, 405, 'pause_queue'],
  [200, 300, 'recipient_refused'],
  [422, 406, 'recipient_refused'],
  ...[11, 402, 403, 409, 410, 411, 1120, 1121, 1122, 1123].map((code) => [422, code, 'defect'] as const),
  [200, 99_999, 'defect'],
  [422, 99_999, 'defect'],
  // Of HTTP, not of Postmark's codes: somebody else answers there.
  [404, 0, 'pause_queue'],
  [405, 0, 'pause_queue'],
  [413, 0, 'pause_queue'],
] as const)('HTTP %i with code %i means %s', (status, code, verdict) => {
  expect(judge(status, code).verdict).toBe(verdict)
})
