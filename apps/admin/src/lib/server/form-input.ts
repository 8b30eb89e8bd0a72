/** The named fields of a form as text; a field that the form does not have is left out. */
export const textsOf = <const Name extends string>(
  form: FormData,
  names: readonly Name[],
): { [N in Name]?: string } =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = form.get(name)
      return typeof value === 'string' ? [[name, value]] : []
    }),
  ) as { [N in Name]?: string }

/** All values of one name: ticked boxes, chosen rows. Empty ones are no choice. */
export const listOf = (form: FormData, name: string): string[] =>
  form.getAll(name).filter((value): value is string => typeof value === 'string' && value !== '')

/** One entry a line. */
export const linesOf = (form: FormData, name: string): string[] =>
  String(form.get(name) ?? '')
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter(Boolean)
