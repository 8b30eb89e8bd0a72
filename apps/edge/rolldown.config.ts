import { defineConfig } from 'rolldown'

/** One bundle for Deno and Node; what only some requests need is a chunk of its own. The driver of database files is native code. */
export default defineConfig({
  input: { deno: 'src/entry/deno.ts', node: 'src/entry/node.ts' },
  platform: 'node',
  external: ['@libsql/client', '@libsql/client/web'],
  tsconfig: 'tsconfig.json',
  output: {
    dir: 'dist',
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    cleanDir: true,
    sourcemap: true,
  },
})
