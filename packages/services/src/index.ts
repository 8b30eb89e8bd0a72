export { type Actor, refuseGranting, refuseUnless, staffUserIdOf } from './actor.ts'
export type { Deps } from './deps.ts'
