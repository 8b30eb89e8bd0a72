/** What a provider tells of a mail after it took it. */
export type MailEvent = {
  type: 'delivered' | 'opened' | 'bounced' | 'complained' | 'suppressed'
  occurredAt: Date
  /** For staff: why it bounced, or what opened it. */
  detail: string | null
  /** Opened by a machine that looks at every mail, not by a person. */
  isMachine: boolean
  /** A bounce that will be one again: the address is no good. */
  isPermanent: boolean
}

/** Bounces that mean: it did not arrive. Out-of-office replies and the like come as bounces too. */
export const undeliveredTypes: ReadonlySet<string> = new Set([
  'HardBounce',
  'SoftBounce',
  'Blocked',
  'BadEmailAddress',
  'DnsError',
  'SpamNotification',
  'ManuallyDeactivated',
  'SMTPApiError',
  'DMARCPolicy',
  'TemplateRenderingFailed',
])

/** Bounces after which nothing should be sent to the address again. */
export const permanentTypes: ReadonlySet<string> = new Set([
  'HardBounce',
  'BadEmailAddress',
  'ManuallyDeactivated',
])

/**
 * Mail programs and scanners that fetch pictures by themselves. Apple's privacy proxy says no more than `Mozilla/5.0`.
 * Nobody tells for certain: what is not known here counts as a person.
 */
const machines =
  /^Mozilla\/5\.0$|barracuda|mimecast|proofpoint|symantec|forcepoint|fireeye|trendmicro|zscaler|cloudmark|safelinks|yahoomailproxy|\b(?:bot|crawler|spider|scanner|preview)\b|headless|python|curl|wget|go-http/i

/** Whether what opened a mail is known to be no person. */
export const isMachine = (userAgent: string | null | undefined): boolean =>
  machines.test(userAgent?.trim() ?? '')
