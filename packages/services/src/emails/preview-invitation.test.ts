import { schema } from '@usher/database'
import { formatCode } from '@usher/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createWorld, staffActor, valued } from '../testing/index.ts'
import { ensureBuiltInWorkflows } from '../workflows/ensure-built-ins.ts'
import { previewInvitationMail } from './preview-invitation.ts'

let world: Awaited<ReturnType<typeof createWorld>>
beforeEach(async () => {
  world = await createWorld()
  await ensureBuiltInWorkflows({ deps: world.deps })
})
afterEach(() => world.remove())

const look = (invitationId: string, contactId: string) =>
  previewInvitationMail({ deps: world.deps, actor: staffActor('viewer'), input: { invitationId, contactId } })

test('the mail is looked at as the contact would get it, its code and link masked, and nothing is kept', async () => {
  const contact = await world.make.contact({ firstName: 'Jane' })
  const invitation = await world.make.invitation({ contacts: [contact], message: 'So good to have you.' })
  const { mail } = valued(await look(invitation.id, contact.id))
  expect(mail?.text).toContain('Jane')
  expect(mail?.text).toContain('So good to have you.')
  for (const secret of [invitation.code, formatCode(invitation.code)]) {
    expect(JSON.stringify(mail)).not.toContain(secret)
  }
  expect(await world.deps.database.query.select().from(schema.emails)).toEqual([])
})

test('why a mail cannot be written is said; what there is not is not found', async () => {
  const contact = await world.make.contact({ email: null })
  const invitation = await world.make.invitation({ contacts: [contact] })
  expect(valued(await look(invitation.id, contact.id)).problem).toContain('no address')
  expect(await look('none', contact.id)).toMatchObject({ refusal: 'not_found' })
  expect(await look(invitation.id, 'nobody')).toMatchObject({ refusal: 'not_found' })
})
