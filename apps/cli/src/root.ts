import { fileURLToPath } from 'node:url'

/** The repository's root. What the environment says of files is relative to it, wherever the command was called. */
export const root = fileURLToPath(new URL('../../../', import.meta.url))
