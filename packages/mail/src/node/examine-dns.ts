import { Resolver } from 'node:dns/promises'
import type { MailFinding } from '@usher/domain'

const timeoutMilliseconds = 2000

/**
 * What the sender's domain says about who may send for it. Hints: a domain can be right in ways that are not seen here.
 * Sources: RFC 7208 (SPF), RFC 7489 (DMARC), https://postmarkapp.com/support/article/1046
 */
export async function examineDns(domain: string, service: 'postmark' | 'smtp'): Promise<MailFinding[]> {
  const resolver = new Resolver({ timeout: timeoutMilliseconds, tries: 1 })
  const textsOf = (name: string) =>
    resolver.resolveTxt(name).then(
      (records) => records.map((parts) => parts.join('')),
      (error: NodeJS.ErrnoException) => (/ENODATA|ENOTFOUND/.test(error.code ?? '') ? [] : null),
    )
  const [own, policy] = await Promise.all([textsOf(domain), textsOf(`_dmarc.${domain}`)])
  if (own === null || policy === null)
    return [hint('warning', `The DNS of ${domain} could not be looked up from here.`)]
  const spf = own.find((text) => text.startsWith('v=spf1'))
  return [
    spf
      ? hint('ok', `${domain} has SPF`)
      : hint(
          'warning',
          service === 'postmark'
            ? `${domain} has no SPF: verify its Return-Path in Postmark.`
            : `${domain} has no SPF: add a TXT record that names your mail server.`,
        ),
    policy.some((text) => text.startsWith('v=DMARC1'))
      ? hint('ok', `${domain} has DMARC`)
      : hint(
          'warning',
          `${domain} has no DMARC: large mailboxes want one. Begin with "v=DMARC1; p=none" at _dmarc.${domain}.`,
        ),
    ...(service === 'postmark'
      ? [hint('ok', 'Whether DKIM is right, Postmark says under Sender Signatures')]
      : []),
  ]
}

const hint = (state: MailFinding['state'], detail: string): MailFinding => ({ about: 'dns', state, detail })
