/** The stand-in for Postmark as a process of its own, so that its work is not counted as ours. Writes its address. */
import { startPostmarkStandIn } from '@usher/mail/testing'

const postmark = await startPostmarkStandIn({ keepsBodies: false })
process.stdout.write(`${postmark.url}\n`)
process.on('SIGTERM', () => {
  process.stdout.write(`${JSON.stringify({ taken: postmark.taken.length, cpu: process.cpuUsage() })}\n`)
  process.exit(0)
})
