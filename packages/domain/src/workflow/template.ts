import { evaluate, type FieldValues } from './evaluate.ts'
import { type Expression, ExpressionError, parseExpression } from './expression.ts'
import { type CheckedType, type FieldTypes, typeOf } from './expression-types.ts'
import type { Value } from './functions.ts'

/** A merge-field template: text, with expressions in double braces. */
export type MergeTemplate = { parts: (string | Expression)[] }

const longestTemplate = 10_000
const mostFields = 100
const longestResult = 20_000
const kept = new Map<string, MergeTemplate>()

/** @throws ExpressionError */
export function parseTemplate(source: string): MergeTemplate {
  const known = kept.get(source)
  if (known) return known
  if (source.length > longestTemplate) throw new ExpressionError(`Use at most ${longestTemplate} characters.`)
  const pieces = source.split(/\{\{([\s\S]*?)\}\}/)
  if (pieces.length / 2 > mostFields) throw new ExpressionError(`Use at most ${mostFields} merge fields.`)
  const parts = pieces.flatMap((piece, index): (string | Expression)[] => {
    if (index % 2 === 1) return [parseExpression(piece)]
    if (piece.includes('{{')) throw new ExpressionError('A merge field is not closed: add "}}".')
    return piece === '' ? [] : [piece]
  })
  const template = { parts }
  if (kept.size > 500) kept.clear()
  kept.set(source, template)
  return template
}

/** The type of a template: of its one expression when there is nothing else, otherwise text. @throws ExpressionError */
export function typeOfTemplate(source: string, fields: FieldTypes): CheckedType {
  const { parts } = parseTemplate(source)
  const types = parts.map((part) => (typeof part === 'string' ? 'text' : typeOf(part, fields)))
  return types.length === 1 ? (types[0] ?? 'text') : 'text'
}

/** One expression keeps its type; everything else is text. @throws ExpressionError */
export function fillTemplate(source: string, fields: FieldValues, now: Date): Value {
  const { parts } = parseTemplate(source)
  const [only] = parts
  if (parts.length === 1 && typeof only === 'object') return evaluate(only, fields, now)
  return fillText(source, fields, now)
}

/** The template as text; dates are ISO 8601, lists have commas, what is missing is empty. @throws ExpressionError */
export function fillText(source: string, fields: FieldValues, now: Date): string {
  return parseTemplate(source)
    .parts.map((part) => (typeof part === 'string' ? part : textOf(evaluate(part, fields, now))))
    .join('')
    .slice(0, longestResult)
}

export function textOf(value: Value): string {
  if (value === null) return ''
  if (value instanceof Date) return value.toISOString()
  return Array.isArray(value) ? value.join(', ') : String(value)
}
