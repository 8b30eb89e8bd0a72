import type { FormProblem } from '../texts/index.ts'
import { maximumPasswordLength } from './rules.ts'

/** What is wrong with a password that somebody chose, or `null`. Length is what makes it hard to guess; nothing else is asked. */
export function problemOfPassword(password: string, minimumLength: number): FormProblem | null {
  const length = [...password].length
  if (length < minimumLength) return 'password_too_short'
  return password.length > maximumPasswordLength ? 'password_too_long' : null
}
