import { fromBase64Url, seal, toBase64Url, unseal } from '@usher/domain'
import type { Deps } from '../deps.ts'

export type EmailText = { html: string; text: string }

/** What is kept of a mail. */
export type EmailContent = EmailText & {
  /** The same without codes and links, where the mail itself holds live ones. */
  masked?: EmailText
}

/** A mail's text as its row keeps it: compressed, since most of it is the same in every mail, then sealed. */
export async function sealContent(deps: Deps, emailId: string, content: EmailContent): Promise<string> {
  const compressed = await through(new CompressionStream('deflate-raw'), encode(JSON.stringify(content)))
  return seal(deps.keys, toBase64Url(compressed), { iv: deps.randomBytes(12), context: contextOf(emailId) })
}

/** `null` when it was altered, or its key is gone. */
export async function unsealContent(
  deps: Deps,
  emailId: string,
  sealed: string,
): Promise<EmailContent | null> {
  const opened = await unseal(deps.keys, sealed, { context: contextOf(emailId) })
  if (opened === null) return null
  const json = await through(new DecompressionStream('deflate-raw'), fromBase64Url(opened))
  return JSON.parse(new TextDecoder().decode(json)) as EmailContent
}

const contextOf = (emailId: string) => `email-content:${emailId}`

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

async function through(
  stream: CompressionStream | DecompressionStream,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const piped = new Blob([bytes]).stream().pipeThrough(stream)
  return new Uint8Array(await new Response(piped).arrayBuffer())
}
