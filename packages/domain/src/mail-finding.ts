/** What a look at the mail service found; a sentence that says what to do, unless all is well. */
export type MailFinding = {
  about: 'access' | 'tracking' | 'stream' | 'sender' | 'dns'
  state: 'ok' | 'warning' | 'failed'
  detail: string
}
