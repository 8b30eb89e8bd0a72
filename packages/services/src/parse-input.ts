import { type FieldError, ok, type Result, refuse } from '@usher/domain'
import * as v from 'valibot'

/**
 * Parses what a verb was handed. On refusal `errors` names each field (`settings.termsText`, `contactIds.0`) and the fix.
 * Write schemas with `v.strictObject`, so that unknown fields are refused by name.
 */
export function parseInput<const Schema extends v.GenericSchema>(
  schema: Schema,
  input: unknown,
): Result<v.InferOutput<Schema>, 'invalid_request'> {
  const parsed = v.safeParse(schema, input, { message: fixFor })
  if (parsed.success) return ok(parsed.output)
  return refuseInput(
    ...parsed.issues.map((issue) => ({ path: v.getDotPath(issue) ?? '', message: issue.message })),
  )
}

/** The refusal for fields that only the database, or a look at several of them, can judge. */
export function refuseInput(...errors: FieldError[]) {
  const [first] = errors
  return refuse('invalid_request', {
    detail: first?.path ? `${first.path}: ${first.message}` : (first?.message ?? 'Check what was sent.'),
    errors,
  })
}

// Only for issues whose schema has no words of its own.
function fixFor(issue: v.BaseIssue<unknown>): string {
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return `There is no field ${issue.received} here. Leave it out.`
  }
  if (issue.received === 'undefined') return 'This is needed. Give it a value.'
  switch (issue.type) {
    case 'string':
      return 'Give text.'
    case 'boolean':
      return 'Give true or false.'
    case 'number':
    case 'integer':
      return 'Give a whole number.'
    case 'array':
      return 'Give a list.'
    case 'object':
    case 'strict_object':
    case 'record':
      return 'Give an object with named fields.'
    case 'picklist':
      return `Choose one of ${issue.expected?.replace(/[()"]/g, '').replaceAll(' | ', ', ')}.`
    case 'min_value':
      return `Give at least ${readBound(issue)}.`
    case 'max_value':
      return `Give at most ${readBound(issue)}.`
    case 'min_length':
      return `Give at least ${readBound(issue)}.`
    case 'max_length':
      return Array.isArray(issue.input)
        ? `Give at most ${readBound(issue)} of them.`
        : `Use at most ${readBound(issue)} characters.`
    case 'non_empty':
      return 'This is needed. Give it a value.'
    default:
      return `Give ${issue.expected ?? 'another value'}.`
  }
}

const readBound = (issue: v.BaseIssue<unknown>) =>
  String(issue.requirement ?? issue.expected?.replace(/[<>=]/g, ''))
