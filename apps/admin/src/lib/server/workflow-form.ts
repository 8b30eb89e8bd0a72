import { contactStepFields, accountStepFields, type Step } from '@usher/domain'

/** A step as its form has it; the schema judges what was typed. */
export function readStep(form: FormData, before: Step): Step {
  const text = (name: string) => String(form.get(name) ?? '')
  const textOrNull = (name: string) => text(name).trim() || null
  const duration = (name: string) => ({ amount: Number(text(`${name}.amount`)), unit: text(`${name}.unit`) })
  const given = (names: readonly string[]) =>
    Object.fromEntries(
      names.map((name) => [name, text(`fields.${name}`)]).filter(([, value]) => value !== ''),
    )
  const step = { kind: before.kind, key: text('key').trim() }
  const fields = (): Record<string, unknown> => {
    switch (before.kind) {
      case 'send_email':
        return {
          subject: text('subject'),
          preheader: text('preheader'),
          body: text('body').replace(/\r\n/g, '\n'),
          from: textOrNull('from'),
          replyTo: textOrNull('replyTo'),
        }
      case 'update_contact':
        return { fields: given(contactStepFields) }
      case 'update_account':
        return { fields: given(accountStepFields) }
      case 'add_web_role':
        return { webRoleId: text('webRoleId'), lasts: text('lasts.amount') ? duration('lasts') : null }
      case 'remove_web_role':
        return { webRoleId: text('webRoleId') }
      case 'create_account':
        return {
          ...Object.fromEntries(accountStepFields.map((name) => [name, text(name)])),
          assignContact: form.has('assignContact'),
          reuseByName: form.has('reuseByName'),
        }
      case 'add_tag':
        return { tag: text('tag') }
      case 'call_webhook':
        return {
          endpointId: text('endpointId'),
          eventType: text('eventType'),
          fields: readPairs(text('pairs')),
        }
      case 'wait_duration':
        return { duration: duration('duration') }
      case 'wait_until':
        return { date: text('date') }
      case 'wait_for_event':
        return { event: text('event'), timeout: duration('timeout') }
      case 'ask_approval':
        return { question: text('question'), timeout: duration('timeout') }
      case 'branch':
        return { condition: text('condition'), then: before.then, else: before.else }
      case 'stop':
        return { reason: text('reason') }
      case 'start_workflow':
        return { workflowId: text('workflowId') }
    }
  }
  return { ...step, ...fields() } as Step
}

/** `name: template`, one a line. */
const readPairs = (text: string): Record<string, string> =>
  Object.fromEntries(
    text
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '')
      .map((line) => {
        const [name = '', ...value] = line.split(':')
        return [name.trim(), value.join(':').trim()]
      }),
  )
