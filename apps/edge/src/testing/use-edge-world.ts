import { afterEach, beforeEach } from 'vitest'
import type { EdgeDeps } from '../edge-deps.ts'
import { createEdgeWorld, type EdgeWorld } from './edge-world.ts'

/** A house of its own for each test of a file. */
export function useEdgeWorld(changes: Partial<EdgeDeps> = {}): { readonly current: EdgeWorld } {
  let current: EdgeWorld | undefined
  beforeEach(async () => {
    current = await createEdgeWorld(changes)
  })
  afterEach(async () => {
    await current?.settle()
    await current?.remove()
  })
  return {
    get current() {
      if (!current) throw new Error('There is a world in tests only')
      return current
    },
  }
}
