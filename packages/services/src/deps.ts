import type { Database } from '@usher/database'
import type { CompiledMailText, Keyring, MailContent, MailFinding, MailSettings } from '@usher/domain'

/** What every verb is given. Apps wire it in their `deps.ts`; tests in `testing/world.ts`. */
export type Deps = {
  database: Database
  keys: Keyring
  /** Public origin: where the edge and the admin are. */
  origin: string
  /** Which transport mails leave by; decides whether the outbox may show codes. */
  mailTransport: MailSettings['transport']
  /** Internal targets that webhooks may reach: see `WEBHOOK_ALLOWED_TARGETS`. */
  webhookAllowedTargets?: readonly string[]
  now(): Date
  /** A UUIDv7. */
  newId(): string
  randomBytes(length: number): Uint8Array<ArrayBuffer>
  /** Hashes a password (scrypt), with a bound on how many run at once. */
  hashPassword(password: string): Promise<string>
  /** Makes what is sent of what staff wrote. Only the app that publishes templates has it: it brings MJML along. */
  compileMail?(content: MailContent): Promise<CompiledMail>
  /** A look at the mail service without sending anything. Only the app that shows it has it. */
  checkMail?(): Promise<MailFinding[]>
  /** Called after jobs were committed, so that a worker in this process need not wait for its clock. */
  onJobsWritten?(): void
}

/** What is wrong with a template, and where: a language, a part, and a line where there are lines. */
export type TemplateProblem = {
  language: string
  part: 'subject' | 'preheader' | 'body'
  line: number | null
  message: string
}

export type CompiledMail =
  { ok: true; languages: Record<string, CompiledMailText> } | { ok: false; problems: TemplateProblem[] }
