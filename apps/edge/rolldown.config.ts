import type { OutputOptions, RolldownOptions } from 'rolldown'

const output = {
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: 'chunks/[name]-[hash].js',
  cleanDir: true,
  sourcemap: true,
} as const

/** A bundle for each kind of runtime; what only some requests need is a chunk of its own. */
const bundles: (Omit<RolldownOptions, 'output'> & { output: OutputOptions & { dir: string } })[] = [
  {
    input: { deno: 'src/entry/deno.ts', 'deno-serve': 'src/entry/deno-serve.ts', node: 'src/entry/node.ts' },
    platform: 'node',
    // The driver of database files is native code.
    external: ['@libsql/client', '@libsql/client/sqlite3'],
    tsconfig: 'tsconfig.json',
    output: { ...output, dir: 'dist' },
  },
  {
    input: { worker: 'src/entry/worker.ts' },
    platform: 'browser',
    resolve: { conditionNames: ['workerd', 'worker', 'browser', 'import', 'default'] },
    external: [/^cloudflare:/, /^node:/],
    tsconfig: 'tsconfig.json',
    output: { ...output, dir: 'dist/worker' },
  },
]
export default bundles
