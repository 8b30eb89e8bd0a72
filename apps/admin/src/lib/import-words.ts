import { counted } from './format.ts'

/** `3 contacts added, 1 updated, 2 unchanged. 1 row was left out.` */
export function importInWords(outcome: {
  created: number
  updated: number
  skipped: number
  errors: readonly unknown[]
}): string {
  const done = [
    outcome.created > 0 ? `${counted(outcome.created, 'contact')} added` : null,
    outcome.updated > 0 ? `${outcome.updated} updated` : null,
    outcome.skipped > 0 ? `${outcome.skipped} unchanged` : null,
  ].filter((part) => part !== null)
  const left = outcome.errors.length
  return [
    `${done.join(', ') || 'Nothing was imported'}.`,
    ...(left > 0 ? [`${counted(left, 'row')} ${left === 1 ? 'was' : 'were'} left out.`] : []),
  ].join(' ')
}
