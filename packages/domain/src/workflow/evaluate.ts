import { type Expression, ExpressionError, type Operator } from './expression.ts'
import { functions, type Value } from './functions.ts'

/** The values of one run, by dotted path; what is missing is empty. */
export type FieldValues = { get(path: string): Value | undefined }

/**
 * What the expression comes to. Nothing is larger or smaller than an empty field; an empty field equals only `null`.
 * @throws ExpressionError when a value cannot be used, such as a text that is no date
 */
export function evaluate(expression: Expression, fields: FieldValues, now: Date): Value {
  switch (expression.kind) {
    case 'literal':
      return expression.value
    case 'field':
      return fields.get(expression.path) ?? null
    case 'not':
      return evaluate(expression.operand, fields, now) !== true
    case 'call': {
      const known = functions.get(expression.name)
      if (!known) throw new ExpressionError(`There is no function ${expression.name}.`)
      return known.run(
        expression.args.map((arg) => evaluate(arg, fields, now)),
        now,
      )
    }
    case 'operation':
      return operate(expression.operator, expression, fields, now)
  }
}

function operate(
  operator: Operator,
  { left: leftSide, right: rightSide }: Expression & { kind: 'operation' },
  fields: FieldValues,
  now: Date,
): Value {
  const left = evaluate(leftSide, fields, now)
  if (operator === 'and' && left !== true) return false
  if (operator === 'or' && left === true) return true
  const right = evaluate(rightSide, fields, now)
  switch (operator) {
    case 'and':
    case 'or':
      return right === true
    case '=':
      return plain(left) === plain(right)
    case '!=':
      return plain(left) !== plain(right)
    case 'contains':
      if (typeof right !== 'string') return false
      return (typeof left === 'string' || Array.isArray(left)) && left.includes(right)
    case '+':
      return typeof left === 'number' && typeof right === 'number' ? left + right : null
    case '-':
      return typeof left === 'number' && typeof right === 'number' ? left - right : null
    default:
      return compare(operator, plain(left), plain(right))
  }
}

function compare(operator: '<' | '<=' | '>' | '>=', left: Plain, right: Plain): boolean {
  if (left === null || right === null || typeof left !== typeof right) return false
  switch (operator) {
    case '<':
      return left < right
    case '<=':
      return left <= right
    case '>':
      return left > right
    case '>=':
      return left >= right
  }
}

type Plain = string | number | boolean | null

const plain = (value: Value): Plain =>
  value instanceof Date ? value.getTime() : typeof value === 'object' ? null : value
