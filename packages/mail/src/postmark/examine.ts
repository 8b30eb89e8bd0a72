import type { MailFinding, MailSettings } from '@usher/domain'
import type { ServerClient } from 'postmark'
import { failureOf } from './client.ts'
import { outcomeOf } from './mailer.ts'

const finding = (about: MailFinding['about'], state: MailFinding['state'], detail: string): MailFinding => ({
  about,
  state,
  detail,
})

/** Token, tracking and stream, as Postmark has them. */
export async function examinePostmark(
  client: ServerClient,
  { messageStream, from }: Extract<MailSettings, { transport: 'postmark' }>,
): Promise<MailFinding[]> {
  try {
    const server = await client.getServer()
    return [
      finding('access', 'ok', `Postmark takes the token of the server ${server.Name}; from ${from}`),
      ...(server.DeliveryType === 'Sandbox'
        ? [
            finding(
              'access',
              'warning',
              'The Postmark server is a sandbox: it takes mails and delivers none.',
            ),
          ]
        : []),
      ...trackingOf(server),
      await examineStream(client, messageStream),
    ]
  } catch (error) {
    const outcome = outcomeOf(failureOf(error))
    return [finding('access', 'failed', 'reason' in outcome ? outcome.reason : 'Postmark does not answer.')]
  }
}

function trackingOf(server: Awaited<ReturnType<ServerClient['getServer']>>): MailFinding[] {
  const problems = [
    ...(server.TrackOpens
      ? ['The Postmark server tracks opens, whatever a mail says: switch it off in its settings.']
      : []),
    ...(String(server.TrackLinks) !== 'None'
      ? [
          'The Postmark server tracks links by default: switch it off in its settings, tracked links hand codes on.',
        ]
      : []),
  ]
  return problems.length === 0
    ? [finding('tracking', 'ok', 'Neither opens nor links are tracked')]
    : problems.map((detail) => finding('tracking', 'warning', detail))
}

async function examineStream(client: ServerClient, id: string): Promise<MailFinding> {
  try {
    const stream = await client.getMessageStream(id)
    return String(stream.MessageStreamType) === 'Transactional'
      ? finding('stream', 'ok', `Mails go by the stream ${id}`)
      : finding(
          'stream',
          'failed',
          `The stream ${id} is no transactional one: choose another as POSTMARK_MESSAGE_STREAM.`,
        )
  } catch {
    return finding(
      'stream',
      'failed',
      `There is no stream ${id} on this server: check POSTMARK_MESSAGE_STREAM.`,
    )
  }
}
