/**
 * Who may import whom. Arrows point at what is imported, nothing points the other way:
 *
 *   domain ← database ┐
 *   domain ← mail     ┴← services ← apps/*
 *   sdk ← apps/site
 *
 * `always` holds for every file of a folder, `inSource` for all but its tests and its `doors`.
 * `turbo boundaries` keeps the same arrows between packages, by the tags in each turbo.json.
 */

const drizzleAndDriver = '^(drizzle-orm|drizzle-kit|@libsql/)'

const noApps = { regex: '^@usher/(admin|cli|edge|site|worker)(/|$)', message: 'Nobody imports an app.' }
const noTestingDoors = { regex: '^@usher/[a-z]+/testing$', message: 'The ./testing doors are for tests.' }
/** So that everything runs under Node, Deno and workerd alike. */
const webOnly = {
  regex: '^node:',
  message: 'Web APIs only here: node:* stays behind the ./node and ./testing doors.',
}
const wiredInDeps = {
  regex: `^@usher/(database|mail)(/|$)|${drizzleAndDriver}`,
  message: 'Only src/deps.ts wires database and mail; everything else sees services and domain.',
}

/** Everywhere: files run unbuilt under Node, Deno, Vitest and tsc, so an import names its file. */
export const everywhere = [
  {
    regex: '^\\.{1,2}(/|$)(?!.*\\.(tsx?|svelte|css|json|svg)(\\?.*)?$)(?!(.*/)?\\$types$)',
    message: 'A relative import names its file, with the ending (.ts).',
  },
]

/** Tests and what helps them may use Node and the testing doors. */
export const testFiles = ['**/*.test.ts', 'src/testing/**', 'src/bench/**', 'src/soak/**', 'e2e/**']

/**
 * @typedef {{ regex: string, message: string }} Forbidden
 * @type {Record<string, { always: Forbidden[], inSource: Forbidden[], doors?: string[] }>}
 */
export const layers = {
  'packages/domain': {
    always: [],
    inSource: [
      { regex: '^(?!\\.{1,2}/|valibot$)', message: 'The domain is pure: it imports valibot and itself.' },
    ],
  },
  'packages/database': {
    always: [
      noApps,
      { regex: '^@usher/(mail|services)(/|$)', message: 'The database knows the domain alone.' },
    ],
    inSource: [webOnly, noTestingDoors],
    doors: ['src/node.ts', 'src/node/**', 'src/connection/migrate.ts'],
  },
  'packages/mail': {
    always: [
      noApps,
      {
        regex: `^@usher/(database|services)(/|$)|${drizzleAndDriver}`,
        message: 'Mail knows the domain alone.',
      },
    ],
    inSource: [webOnly, noTestingDoors],
    doors: ['src/node.ts', 'src/node/**'],
  },
  'packages/services': {
    always: [
      noApps,
      { regex: drizzleAndDriver, message: 'SQL lives in @usher/database: add a query there.' },
    ],
    inSource: [
      webOnly,
      { regex: '^@usher/(database|mail)/', message: 'Services see the plain doors of database and mail.' },
    ],
  },
  'packages/sdk': {
    always: [noApps],
    inSource: [
      { regex: '^(?!\\.{1,2}/|jose$)', message: 'The SDK is for others: it imports jose and itself.' },
    ],
    doors: ['scripts/**'],
  },
  'apps/admin': {
    always: [noApps],
    inSource: [webOnly, wiredInDeps, noTestingDoors],
    doors: ['src/deps.ts'],
  },
  'apps/edge': {
    always: [noApps],
    inSource: [webOnly, wiredInDeps, noTestingDoors],
    doors: ['src/deps.ts', 'src/entry/**'],
  },
  'apps/site': {
    always: [noApps],
    inSource: [webOnly, wiredInDeps, noTestingDoors],
    doors: ['src/entry/**'],
  },
  'apps/worker': { always: [noApps], inSource: [wiredInDeps, noTestingDoors], doors: ['src/deps.ts'] },
  'apps/cli': { always: [noApps], inSource: [wiredInDeps, noTestingDoors], doors: ['src/deps.ts'] },
}
