/**
 * What Postmark's answers mean for us. HTTP statuses and error codes overlap in number (401, 405, 413 are both), so a
 * row names both. Source: https://postmarkapp.com/developer/api/overview#error-codes
 */
export type Verdict = 'accepted' | 'try_again' | 'pause_queue' | 'recipient_refused' | 'defect'

type Row = { status: number | 'any' | '5xx'; code: number | 'any'; verdict: Verdict; advice?: string }

/** The first row that fits decides. Status 0: no answer came. */
const rows: readonly Row[] = [
  { status: 0, code: 'any', verdict: 'try_again' },
  { status: 401, code: 'any', verdict: 'pause_queue', advice: 'Check POSTMARK_SERVER_TOKEN.' },
  { status: 429, code: 'any', verdict: 'try_again' },
  { status: '5xx', code: 'any', verdict: 'try_again' },
  { status: 200, code: 0, verdict: 'accepted' },

  { status: 'any', code: 100, verdict: 'try_again' },

  { status: 'any', code: 10, verdict: 'pause_queue', advice: 'Check POSTMARK_SERVER_TOKEN.' },
  {
    status: 'any',
    code: 400,
    verdict: 'pause_queue',
    advice: 'Add the sender as a Sender Signature in Postmark.',
  },
  { status: 'any', code: 401, verdict: 'pause_queue', advice: 'Confirm the Sender Signature in Postmark.' },
  {
    status: 'any',
    code: 405,
    verdict: 'pause_queue',
    advice: 'Look at the credits of the Postmark account.',
  },
  { status: 'any', code: 412, verdict: 'pause_queue', advice: 'The Postmark account waits for approval.' },
  { status: 'any', code: 413, verdict: 'pause_queue', advice: 'The Postmark account may not send.' },
  { status: 'any', code: 1101, verdict: 'pause_queue', advice: 'Check POSTMARK_MESSAGE_STREAM.' },
  { status: 'any', code: 1235, verdict: 'pause_queue', advice: 'Check POSTMARK_MESSAGE_STREAM.' },
  {
    status: 'any',
    code: 1236,
    verdict: 'pause_queue',
    advice: 'Choose a transactional POSTMARK_MESSAGE_STREAM.',
  },

  { status: 'any', code: 300, verdict: 'recipient_refused' },
  { status: 'any', code: 406, verdict: 'recipient_refused' },

  { status: 'any', code: 11, verdict: 'defect' },
  { status: 'any', code: 402, verdict: 'defect' },
  { status: 'any', code: 403, verdict: 'defect' },
  { status: 'any', code: 409, verdict: 'defect' },
  { status: 'any', code: 410, verdict: 'defect' },
  { status: 'any', code: 411, verdict: 'defect' },
  { status: 'any', code: 1120, verdict: 'defect' },
  { status: 'any', code: 1121, verdict: 'defect' },
  { status: 'any', code: 1122, verdict: 'defect' },
  { status: 'any', code: 1123, verdict: 'defect' },

  // A code we never met: about one mail in a batch that was read, or about the way we ask.
  { status: 200, code: 'any', verdict: 'defect' },
  { status: 422, code: 'any', verdict: 'defect' },
  { status: 'any', code: 'any', verdict: 'pause_queue', advice: 'Check POSTMARK_API_URL.' },
]

/** An address that Postmark no longer mails: hard bounce, spam complaint, or taken off by hand. */
export const inactiveRecipient = 406

/** @param status of HTTP; 0 when no answer came */
export function judge(status: number, code: number): { verdict: Verdict; advice: string | null } {
  const row = rows.find(
    (candidate) =>
      (candidate.status === 'any' ||
        candidate.status === status ||
        (candidate.status === '5xx' && status >= 500 && status <= 599)) &&
      (candidate.code === 'any' || candidate.code === code),
  )
  return { verdict: row?.verdict ?? 'pause_queue', advice: row?.advice ?? null }
}
