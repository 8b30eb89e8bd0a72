import { checkDeliveries as check } from '@usher/services/worker'
import type { House } from './deps.ts'
import type { Turn } from './drain.ts'
import { log } from './log.ts'

/** Asks what became of mails that nobody told about. One look a turn: it may wait, sending may not. */
export async function checkDeliveries({ deps, mailer }: Pick<House, 'deps' | 'mailer'>): Promise<Turn> {
  const count = await check({ deps, mailer })
  if (count > 0) log.info('asked the provider about {count} mails', { count })
  return 'idle'
}
