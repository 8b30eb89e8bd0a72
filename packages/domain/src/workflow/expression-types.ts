import { type Expression, ExpressionError, type Operator } from './expression.ts'
import { functions } from './functions.ts'

/** What a value is. Every field may be empty (`null`) as well. */
export type ValueType = 'text' | 'number' | 'boolean' | 'date' | 'list'
/** The type of the literal `null`. */
export type CheckedType = ValueType | 'null'

/** Which fields there are, by their dotted path. */
export type FieldTypes = ReadonlyMap<string, ValueType>

/** The type of what the expression comes to. @throws ExpressionError for unknown names and types that do not fit */
export function typeOf(expression: Expression, fields: FieldTypes): CheckedType {
  switch (expression.kind) {
    case 'literal':
      return typeOfLiteral(expression.value)
    case 'field':
      return typeOfField(expression.path, fields)
    case 'not':
      expect(typeOf(expression.operand, fields), 'boolean', 'not')
      return 'boolean'
    case 'call':
      return typeOfCall(expression, fields)
    case 'operation':
      return typeOfOperation(
        expression.operator,
        typeOf(expression.left, fields),
        typeOf(expression.right, fields),
      )
  }
}

function typeOfLiteral(value: string | number | boolean | null): CheckedType {
  if (value === null) return 'null'
  return typeof value === 'string' ? 'text' : typeof value === 'number' ? 'number' : 'boolean'
}

function typeOfField(path: string, fields: FieldTypes): ValueType {
  const type = fields.get(path)
  if (type) return type
  const root = path.split('.')[0] ?? ''
  const near = [...fields.keys()].filter((name) => name.startsWith(`${root}.`)).slice(0, 8)
  throw new ExpressionError(
    near.length > 0
      ? `There is no field ${path}. Of ${root} there are ${near.map((name) => name.slice(root.length + 1)).join(', ')}.`
      : `There is no field ${path}. Fields begin with ${[...new Set([...fields.keys()].map((name) => name.split('.')[0]))].join(', ')}.`,
  )
}

function typeOfCall({ name, args }: Expression & { kind: 'call' }, fields: FieldTypes): ValueType {
  const known = functions.get(name)
  if (!known) {
    throw new ExpressionError(`There is no function ${name}. There are ${[...functions.keys()].join(', ')}.`)
  }
  if (args.length !== known.takes.length) {
    throw new ExpressionError(`${name} takes ${known.takes.length} values in its brackets: ${known.example}`)
  }
  const types = args.map((arg) => typeOf(arg, fields))
  for (const [index, type] of types.entries()) {
    const allowed = known.takes[index]
    if (allowed && allowed !== 'any' && type !== 'null' && !allowed.includes(type)) {
      throw new ExpressionError(`${name} takes ${allowed.join(' or ')}, not ${type}: ${known.example}`)
    }
  }
  if (known.gives !== 'same') return known.gives
  const [first, second] = types.filter((type) => type !== 'null')
  if (first && second && first !== second) {
    throw new ExpressionError(`${name} takes values of one kind, not ${first} and ${second}.`)
  }
  return first ?? 'text'
}

function typeOfOperation(operator: Operator, left: CheckedType, right: CheckedType): ValueType {
  switch (operator) {
    case 'and':
    case 'or':
      expect(left, 'boolean', operator)
      expect(right, 'boolean', operator)
      return 'boolean'
    case '+':
    case '-':
      expect(left, 'number', operator)
      expect(right, 'number', operator)
      return 'number'
    case 'contains':
      if ((left === 'text' || left === 'list' || left === 'null') && (right === 'text' || right === 'null'))
        return 'boolean'
      throw new ExpressionError('contains looks for text in a text or a list.')
    case '=':
    case '!=':
      if (left === 'list' || right === 'list')
        throw new ExpressionError('A list is not compared. Ask what it contains.')
      expectSame(left, right, operator)
      return 'boolean'
    default:
      if (left === 'boolean' || left === 'list')
        throw new ExpressionError(`${operator} compares numbers, dates or texts.`)
      expectSame(left, right, operator)
      return 'boolean'
  }
}

function expect(type: CheckedType, expected: ValueType, operator: string): void {
  if (type === expected) return
  const given = type === 'null' ? 'nothing' : `a ${type}`
  throw new ExpressionError(
    expected === 'boolean'
      ? `Beside ${operator} stands a condition that is true or false, not ${given}.`
      : `Beside ${operator} stands a number, not ${given}.`,
  )
}

function expectSame(left: CheckedType, right: CheckedType, operator: string): void {
  if (left === right || left === 'null' || right === 'null') return
  const hint = [left, right].includes('date') ? ' Write a date as date("2027-01-31").' : ''
  throw new ExpressionError(`${operator} compares values of one kind, not ${left} with ${right}.${hint}`)
}
