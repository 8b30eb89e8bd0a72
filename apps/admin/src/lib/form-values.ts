/** The part of a failed action's answer that a form needs to show itself again. */
export type FormState = {
  message?: string
  errors?: Record<string, string>
  values?: Record<string, string | string[]>
} | null

/** What a field shows: as it was typed, else as it is stored. */
export function fieldValue(
  form: FormState | undefined,
  name: string,
  stored: string | null | undefined,
): string {
  const typed = form?.values?.[name]
  if (typed !== undefined) return Array.isArray(typed) ? (typed[0] ?? '') : typed
  return stored ?? ''
}

/** What a list of choices shows. A form that was sent without any choice has chosen none. */
export function fieldValues(
  form: FormState | undefined,
  name: string,
  stored: readonly string[],
): readonly string[] {
  if (!form?.values) return stored
  const typed = form.values[name]
  return typed === undefined ? [] : Array.isArray(typed) ? typed : typed === '' ? [] : [typed]
}

export const fieldError = (form: FormState | undefined, name: string): string | undefined =>
  form?.errors?.[name]
