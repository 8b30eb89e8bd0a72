import { defineConfig } from 'drizzle-kit'

/** Drafts only: a draft is read, named and moved to `migrations/` by hand. */
export default defineConfig({
  dialect: 'sqlite',
  casing: 'snake_case',
  schema: './src/schema/index.ts',
  out: './drafts',
})
