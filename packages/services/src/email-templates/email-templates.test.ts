import { defaultMailContent, type MailContent } from '@usher/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { deactivateWorkflow } from '../workflows/deactivate.ts'
import { sendInvitations } from '../sends/create.ts'
import { staffActor, valued } from '../testing/index.ts'
import { createPostmarkWorld } from '../testing/postmark-world.ts'
import { activateEmailTemplate } from './activate.ts'
import { getEmailTemplate } from './get.ts'
import { previewEmailTemplate } from './preview.ts'
import { restoreEmailTemplate } from './restore.ts'
import { sendTestEmail } from './send-test.ts'
import { updateEmailTemplateDraft } from './update-draft.ts'

let world: Awaited<ReturnType<typeof createPostmarkWorld>>
beforeEach(async () => {
  world = await createPostmarkWorld()
})
afterEach(() => world.remove())

const english = defaultMailContent.languages['en'] ?? { subject: '', preheader: '', blocks: [], source: null }
const save = async (change: Partial<MailContent>) =>
  valued(await updateEmailTemplateDraft(world.as({ content: { ...defaultMailContent, ...change } })))
const activate = () => activateEmailTemplate(world.as({}))
const publish = async (change: Partial<MailContent>) => {
  await save(change)
  return valued(await activate())
}
const withSubject = (subject: string): Partial<MailContent> => ({
  languages: { en: { ...english, subject } },
})
const last = () => world.postmark.taken.at(-1)

test('a draft changes nothing that is sent; activated, it is what is sent from then on, code, link and stop link in it', async () => {
  await save(withSubject('Draft for {{ contact.firstName }}'))
  await world.send([{ email: 'jane@x.example', firstName: 'Jane' }])
  await world.workOff()
  expect(last()?.Subject).toContain('invites you to')
  valued(await activate())
  const { invitation } = await world.send([{ email: 'joe@x.example', firstName: 'Joe' }])
  await world.workOff()
  expect(last()?.Subject).toBe('Draft for Joe')
  for (const part of [last()?.HtmlBody, last()?.TextBody]) {
    expect(part).toContain(`/i/${invitation.code}?r=`)
    expect(part).toContain('/unsubscribe/')
    expect(part).not.toContain('{{')
    expect(part).not.toContain('{%')
  }
})

test('a mail that was planned before goes out as it was planned', async () => {
  await publish(withSubject('One'))
  await world.send(['jane@x.example'])
  await publish(withSubject('Two'))
  await world.workOff()
  expect(last()?.Subject).toBe('One')
})

test('each contact is written to in their own language, with the date in it; who has another gets the default', async () => {
  const de = { ...english, subject: '{{ inviter.name }} lädt Sie ein, gültig bis {{ expires_at }}' }
  await publish({ languages: { en: english, de } })
  const expiresAt = new Date('2027-03-31T22:00:00Z')
  await world.send([{ email: 'a@x.example', locale: 'de-AT', timeZone: 'Europe/Vienna' }], { expiresAt })
  await world.workOff()
  expect(last()?.Subject).toMatch(/lädt Sie ein, gültig bis Mittwoch, 31\. März 2027/)
  expect(last()?.TextBody).toContain('Keine Einladungen von')
  await world.send([{ email: 'b@x.example', locale: 'fr-FR' }], { expiresAt })
  await world.workOff()
  expect(last()?.Subject).toContain('invites you to')
  expect(last()?.TextBody).toContain('31 March 2027')
})

test('the template’s own sender and reply address win; CC and BCC are kept and never sent to', async () => {
  const cc = ['boss@x.example']
  const template = await publish({
    from: 'Contoso Partners',
    replyTo: 'partners@contoso.example',
    cc,
    bcc: cc,
  })
  expect(template.active.cc).toEqual(cc)
  await world.send(['jane@x.example'])
  await world.workOff()
  expect(last()).toMatchObject({
    From: '"Contoso Partners" <invitations@contoso.example>',
    ReplyTo: 'partners@contoso.example',
  })
  expect(JSON.stringify(world.postmark.taken)).not.toMatch(/boss@|"Cc"|"Bcc"/i)
})

test.each([
  ['an unknown field', { subject: 'Hi {{ contact.firstname }}' }, 'en.subject:1', 'contact.firstName'],
  ['a tag left open', { preheader: '{% if code %}' }, 'en.preheader:1', 'not closed'],
  ['no subject', { subject: '' }, 'en.subject:1', 'subject'],
  ['no link', { blocks: [{ kind: 'text', text: 'Hello' }] }, 'en.body', 'redeem_url'],
  [
    'an unknown field in a block',
    {
      blocks: [
        { kind: 'button', text: 'Go' },
        { kind: 'text', text: 'Hi\n{{ nobody }}' },
      ],
    },
    'en.body:2',
    'Block 2 (Text)',
  ],
  [
    'broken MJML',
    {
      source:
        '<mjml>\n<mj-body>\n<mj-section><mj-column>\n<mj-txt>{{ redeem_url }}</mj-txt>\n</mj-column></mj-section></mj-body></mjml>',
    },
    'en.body:4',
    'mj-txt',
  ],
] as const)('%s is refused at activation, at its line', async (_, change, path, words) => {
  await save({ languages: { en: { ...english, ...change } as typeof english } })
  expect(await activate()).toMatchObject({
    refusal: 'invalid_request',
    errors: expect.arrayContaining([{ path, message: expect.stringContaining(words) }]),
  })
  expect(valued(await getEmailTemplate(world.as({}))).activeVersion).toBeNull()
})

test('nothing of this machine gets into a mail: an include in MJML is refused or empty', async () => {
  const source =
    '<mjml><mj-body><mj-include path="/etc/passwd" type="html" /><mj-section><mj-column><mj-text>{{ redeem_url }}</mj-text></mj-column></mj-section></mj-body></mjml>'
  const preview = valued(
    await previewEmailTemplate(
      world.as({ content: { ...defaultMailContent, languages: { en: { ...english, source } } } }),
    ),
  )
  expect(JSON.stringify(preview)).not.toContain('root:')
})

test('HTML and merge fields in a name are text', async () => {
  await publish({})
  const firstName = '<b>Bob</b>{{ code }}'
  await world.send([{ email: 'jane@x.example', firstName }])
  await world.workOff()
  expect(last()?.HtmlBody).toContain('&lt;b&gt;Bob&lt;/b&gt;{{ code }}')
})

test('every version is kept, and an earlier one can be had back as a draft', async () => {
  await publish(withSubject('One'))
  await publish(withSubject('Two'))
  valued(await restoreEmailTemplate(world.as({ version: 1 })))
  const template = valued(await getEmailTemplate(world.as({})))
  expect(template.versions.map(({ version, isActive }) => [version, isActive])).toEqual([
    [2, true],
    [1, false],
  ])
  expect(template.active.languages['en']?.subject).toBe('Two')
  expect(template.draft?.languages['en']?.subject).toBe('One')
})

test('a preview shows a real contact and opens nothing; a test mail is the preview', async () => {
  const contact = await world.make.contact({ firstName: 'Ann', email: 'ann@x.example', locale: 'en' })
  const asked = { content: defaultMailContent, contactId: contact.id }
  const { mail } = valued(await previewEmailTemplate(world.as(asked)))
  expect(mail?.text).toContain('Hello Ann,')
  expect(mail?.html).toContain('/i/SAMPLE')
  valued(await sendTestEmail(world.as({ ...asked, address: 'me@usher.example' })))
  await world.workOff()
  expect(last()).toMatchObject({ To: 'me@usher.example', Subject: `Test: ${mail?.subject}` })
})

test('while the workflow is deactivated sending is refused in words, writing and activating are not', async () => {
  const { workflowId } = valued(await getEmailTemplate(world.as({})))
  valued(await deactivateWorkflow(world.as({ workflowId: workflowId ?? '' })))
  await publish(withSubject('Fresh'))
  expect(valued(await getEmailTemplate(world.as({}))).isSending).toBe(false)
  const invitation = await world.make.invitation({ contacts: [await world.make.contact()] })
  expect(await sendInvitations(world.as({ invitationIds: [invitation.id] }))).toMatchObject({
    refusal: 'conflict',
    detail: expect.stringContaining('deactivated'),
  })
})

test('who may not change settings may look and nothing else', async () => {
  const call = { deps: world.deps, actor: staffActor('inviter'), input: { content: defaultMailContent } }
  expect(await updateEmailTemplateDraft(call)).toMatchObject({ refusal: 'forbidden' })
  expect(await activateEmailTemplate(call)).toMatchObject({ refusal: 'forbidden' })
  expect(await getEmailTemplate(call)).toMatchObject({ ok: true })
})
