export { createFactories } from './factories.ts'
export { createProcessDeps } from './process-deps.ts'
export { testSecret } from './secret.ts'
export { createWorld } from './world.ts'
