import type { Task } from '@usher/services'
import { counted } from './format.ts'
import type { Look } from './status.ts'

/** What a bulk change does, has done, and of what. */
const words: Record<Task['kind'], { title: string; one: string; done: string }> = {
  deactivate_invitations: { title: 'Deactivate invitations', one: 'invitation', done: 'deactivated' },
  activate_invitations: { title: 'Activate invitations', one: 'invitation', done: 'activated' },
  extend_invitations: { title: 'Change expiry dates', one: 'invitation', done: 'given another expiry date' },
  create_invitations: { title: 'Invite contacts', one: 'invitation', done: 'created' },
  give_web_role: { title: 'Give a web role', one: 'contact', done: 'given the web role' },
  import_contacts: { title: 'Import contacts', one: 'row', done: 'imported' },
}
export const taskTitle = (kind: Task['kind']): string => words[kind].title
export const taskRows = (kind: Task['kind']): string =>
  kind === 'create_invitations' ? 'contact' : words[kind].one

/** `3 invitations were deactivated. 1 was left as it was.` */
export function taskInWords({ kind, done, changed }: Pick<Task, 'kind' | 'done' | 'changed'>): string {
  const { one, done: verb } = words[kind]
  const left = done - changed
  const said = `${counted(changed, one)} ${changed === 1 ? 'was' : 'were'} ${verb}.`
  return left > 0
    ? `${said} ${left === 1 ? '1 was' : `${counted(left, 'other')} were`} left as ${left === 1 ? 'it was' : 'they were'}.`
    : said
}

export const taskLooks = {
  draft: { label: 'Draft', tone: 'neutral' },
  queued: { label: 'Waiting', tone: 'neutral' },
  running: { label: 'Running', tone: 'accent' },
  completed: { label: 'Done', tone: 'green' },
  failed: { label: 'Failed', tone: 'red' },
  cancelled: { label: 'Stopped', tone: 'amber' },
  undoing: { label: 'Being undone', tone: 'accent' },
  undone: { label: 'Undone', tone: 'neutral' },
} as const satisfies Record<Task['status'], Look>

export const isTaskMoving = ({ status }: Pick<Task, 'status'>): boolean =>
  status === 'queued' || status === 'running' || status === 'undoing'
