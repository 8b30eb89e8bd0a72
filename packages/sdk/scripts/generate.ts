import { readFile, writeFile } from 'node:fs/promises'
import { schemaFrom } from './schema-from.ts'

/** Writes src/api/schema.gen.ts from openapi.json, which `pnpm --filter @usher/admin describe-api` writes. */
const folder = new URL('../', import.meta.url)
const document: unknown = JSON.parse(await readFile(new URL('openapi.json', folder), 'utf8'))
await writeFile(new URL('src/api/schema.gen.ts', folder), await schemaFrom(document))
