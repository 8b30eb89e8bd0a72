/** What an expression can be made of: a value, a field, a function called, or two of them compared. */
export type Expression =
  | { kind: 'literal'; value: string | number | boolean | null }
  | { kind: 'field'; path: string; at: number }
  | { kind: 'call'; name: string; args: Expression[]; at: number }
  | { kind: 'not'; operand: Expression }
  | { kind: 'operation'; operator: Operator; left: Expression; right: Expression; at: number }

export type Operator = 'and' | 'or' | '=' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | 'contains'

/** An expression that cannot be read, has a type that does not fit, or an unknown name. The message names the fix. */
export class ExpressionError extends Error {
  override name = 'ExpressionError'
}

const longestExpression = 1000
const deepestExpression = 20
const mostParts = 200

/**
 * Reads an expression: `invitation.type = "group" and not isEmpty(contact.accountName)`. There is nothing in it that
 * repeats, assigns or reaches outside; its length, depth and number of parts are bounded.
 * @throws ExpressionError
 */
export function parseExpression(source: string): Expression {
  if (source.length > longestExpression) {
    throw new ExpressionError(`Use at most ${longestExpression} characters.`)
  }
  const tokens = tokenise(source)
  if (tokens.length === 0) throw new ExpressionError('Write a condition, such as contact.email != null.')
  let index = 0
  let parts = 0
  let depth = 0

  const peek = () => tokens[index]
  const isNext = (...texts: string[]) => {
    const token = peek()
    return token !== undefined && token.kind !== 'text' && texts.includes(token.text.toLowerCase())
  }
  const take = (): Token => {
    const token = tokens[index++]
    if (!token) throw new ExpressionError('It ends too early: something is missing at its end.')
    return token
  }
  const count = <E extends Expression>(expression: E): E => {
    if (++parts > mostParts) throw new ExpressionError(`Use at most ${mostParts} names, values and signs.`)
    return expression
  }

  function expression(): Expression {
    if (++depth > deepestExpression) throw new ExpressionError('There are too many brackets in each other.')
    const whole = chain(['or'], () => chain(['and'], negation))
    depth--
    return whole
  }
  function chain(operators: Operator[], operand: () => Expression): Expression {
    let left = operand()
    while (isNext(...operators)) {
      const { text, at } = take()
      left = count({
        kind: 'operation',
        operator: text.toLowerCase() as Operator,
        left,
        right: operand(),
        at,
      })
    }
    return left
  }
  function negation(): Expression {
    let nots = 0
    while (isNext('not')) {
      take()
      nots++
    }
    const compared = comparison()
    return nots % 2 === 1 ? count({ kind: 'not', operand: compared }) : compared
  }
  function comparison(): Expression {
    const left = chain(['+', '-'], primary)
    if (!isNext('=', '==', '!=', '<>', '<', '<=', '>', '>=', 'contains')) return left
    const { text, at } = take()
    const operator = ({ '==': '=', '<>': '!=' }[text] ?? text.toLowerCase()) as Operator
    return count({ kind: 'operation', operator, left, right: chain(['+', '-'], primary), at })
  }
  function primary(): Expression {
    const token = take()
    if (token.kind === 'text') return count({ kind: 'literal', value: token.text })
    if (token.kind === 'number') return count({ kind: 'literal', value: Number(token.text) })
    if (token.text === '(') {
      const inner = expression()
      close()
      return inner
    }
    if (token.kind !== 'name') throw unexpected(token)
    if (isNext('(')) return call(token)
    const literal = literals.get(token.text.toLowerCase())
    return count(
      literal === undefined
        ? { kind: 'field', path: token.text, at: token.at }
        : { kind: 'literal', value: literal },
    )
  }
  function call({ text: name, at }: Token): Expression {
    take()
    const args: Expression[] = []
    while (!isNext(')')) {
      args.push(expression())
      if (!isNext(',')) break
      take()
    }
    close()
    return count({ kind: 'call', name, args, at })
  }
  function close(): void {
    if (!isNext(')')) throw new ExpressionError('A bracket is not closed: add ")".')
    take()
  }

  const whole = expression()
  const rest = peek()
  if (rest) throw unexpected(rest)
  return whole
}

// A map, here and below: an object would also know names such as "constructor".
const literals = new Map<string, boolean | null>([
  ['true', true],
  ['false', false],
  ['null', null],
  ['empty', null],
])

type Token = { kind: 'text' | 'number' | 'name' | 'sign'; text: string; at: number }

const tokenPattern =
  /\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(\d+(?:\.\d+)?)|([a-z_][\w]*(?:\.[a-z_][\w]*)*)|(==|!=|<>|<=|>=|[=<>+\-(),]))/iy

function tokenise(source: string): Token[] {
  const tokens: Token[] = []
  const text = source.trimEnd()
  tokenPattern.lastIndex = 0
  for (let at = 0; at < text.length; at = tokenPattern.lastIndex) {
    tokenPattern.lastIndex = at
    const match = tokenPattern.exec(text)
    if (!match) {
      throw new ExpressionError(
        `It cannot be read from "${text.slice(at).trim().slice(0, 20)}" on. Texts stand in quotation marks.`,
      )
    }
    const [, double, single, number, name, sign] = match
    const quoted = double ?? single
    if (quoted !== undefined) tokens.push({ kind: 'text', text: quoted.replace(/\\(.)/gs, '$1'), at })
    else if (number !== undefined) tokens.push({ kind: 'number', text: number, at })
    else if (name !== undefined) tokens.push({ kind: 'name', text: name, at })
    else tokens.push({ kind: 'sign', text: sign ?? '', at })
  }
  return tokens
}

const unexpected = (token: Token) =>
  new ExpressionError(
    `"${token.text.slice(0, 30)}" does not belong here. Write = != < <= > >= between two values.`,
  )
