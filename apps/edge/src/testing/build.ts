import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type OutputChunk } from 'rolldown'
import config from '../../rolldown.config.ts'

export const edgeFolder = fileURLToPath(new URL('../../', import.meta.url))

/** Where what ships is built to: beside what is being worked on, and beside what other test files build. */
export const built = join(edgeFolder, 'test-results', `dist-${crypto.randomUUID()}`)

/** Builds what ships, for every runtime. @returns the chunks of each bundle */
export async function buildEdge(): Promise<OutputChunk[][]> {
  const bundles: OutputChunk[][] = []
  for (const { output, ...options } of config) {
    const dir = join(built, output.dir.slice('dist'.length))
    const { output: files } = await build({ ...options, cwd: edgeFolder, output: { ...output, dir } })
    bundles.push(files.filter((file) => file.type === 'chunk'))
  }
  return bundles
}

export const removeBuild = () => rmSync(built, { recursive: true, force: true })
