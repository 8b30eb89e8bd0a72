import { error, fail } from '@sveltejs/kit'
import type { FieldError, ManagementRefusal, Refused, Result } from '@usher/domain'

/** What staff meet when a verb says no: the answer's status, and words for a verb that gave none. */
export const answers = {
  not_signed_in: { status: 401, words: 'Sign in first.' },
  forbidden: { status: 403, words: 'Your role does not allow this. Ask an owner or admin.' },
  not_found: { status: 404, words: 'This does not exist any more.' },
  conflict: { status: 409, words: 'This has changed in the meantime. Look at it again.' },
  invalid_request: { status: 400, words: 'Something in the form needs another look.' },
  too_many_attempts: { status: 429, words: 'Too many attempts. Wait a moment, then try again.' },
  unavailable: { status: 503, words: 'The database cannot be reached right now. Try again in a moment.' },
} as const satisfies Record<ManagementRefusal, { status: number; words: string }>

/** For `load`: the value, or the error page with the refusal's own words. */
export function valueOrErrorPage<T>(result: Result<T, ManagementRefusal>): T {
  if (result.ok) return result.value
  error(answers[result.refusal].status, result.detail ?? answers[result.refusal].words)
}

/** What a form shows after a refusal: everything as it was typed, and each error on its field. */
export type FormProblem = {
  message: string
  errors: Record<string, string>
  values: Record<string, string | string[]>
}

/** For actions: the form again, with what else it needs to show itself (`more`). */
export const failWith = <T extends object = object>(
  refused: Refused<ManagementRefusal>,
  form?: FormData,
  more?: T,
) => fail(answers[refused.refusal].status, { ...problemOf(refused, form), ...more } as FormProblem & T)

/** Errors on fields that the form does not show become part of the message. */
export function problemOf(refused: Refused<ManagementRefusal>, form?: FormData): FormProblem {
  const errors = errorsByField(refused.errors ?? [])
  const values = form ? valuesOf(form) : {}
  const orphans = form ? Object.keys(errors).filter((path) => !form.has(path)) : []
  const detail =
    refused.refusal === 'invalid_request' && Object.keys(errors).length > 0
      ? answers.invalid_request.words
      : (refused.detail ?? answers[refused.refusal].words)
  return { message: [detail, ...orphans.map((path) => errors[path])].join(' '), errors, values }
}

/** The first error of each field. `invitedContactIds.0` belongs to the field `invitedContactIds`. */
export function errorsByField(errors: readonly FieldError[]): Record<string, string> {
  const byField: Record<string, string> = {}
  for (const { path, message } of errors) byField[path.replace(/\.\d+$/, '')] ??= message
  return byField
}

/** What was typed, to be typed again. Passwords, secrets and files are not. */
export function valuesOf(form: FormData): FormProblem['values'] {
  const values: FormProblem['values'] = {}
  for (const name of new Set(form.keys())) {
    if (/password|secret$/i.test(name)) continue
    const texts = form.getAll(name).filter((value) => typeof value === 'string')
    values[name] = texts.length > 1 ? texts : (texts[0] ?? '')
  }
  return values
}
