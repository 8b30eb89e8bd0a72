export { createWorld, testSecret } from './world.ts'
