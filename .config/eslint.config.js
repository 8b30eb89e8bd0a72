import { fileURLToPath } from 'node:url'
import js from '@eslint/js'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import typescript from 'typescript-eslint'
import { everywhere, layers, testFiles } from './layers.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const linted = ['**/*.{js,ts,tsx,svelte}', '**/*.svelte.ts']

/** All the ways to name a module: import and export, `import()`, and `import('…')` as a type. */
function forbid(forbidden) {
  return {
    'no-restricted-imports': ['error', { patterns: forbidden }],
    'no-restricted-syntax': [
      'error',
      ...forbidden.flatMap(({ regex, message }) => {
        const matches = `/${regex.replaceAll('/', '\\/')}/`
        return [
          'ImportExpression > Literal',
          'TSImportType Literal',
          'TSExternalModuleReference > Literal',
        ].map((place) => ({ selector: `${place}[value=${matches}]`, message }))
      }),
    ],
  }
}

export default [
  { ignores: ['**/node_modules/', '**/dist/', '**/build/', '**/.svelte-kit/', '**/*.gen.ts'] },
  js.configs.recommended,
  ...typescript.configs.recommended,
  ...svelte.configs.recommended,
  {
    files: linted,
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      // TypeScript knows every name, the runtimes' own included.
      'no-undef': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/ban-ts-comment': 'error',
    },
  },
  {
    // A promise that nobody waits for loses its error, and often the work with it.
    files: ['**/*.{ts,tsx}'],
    ignores: ['**/*.svelte.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      globals: globals.browser,
      parserOptions: { parser: typescript.parser, extraFileExtensions: ['.svelte'] },
    },
    rules: {
      // Props that are bound are taken out together with those that are not.
      'prefer-const': 'off',
      'svelte/prefer-const': ['error', { destructuring: 'all', excludedRunes: ['$props', '$derived'] }],
    },
  },
  ...Object.entries(layers).flatMap(([folder, { always, inSource, doors = [] }]) => {
    const basePath = `${root}${folder}`
    return [
      { basePath, files: linted, rules: forbid([...everywhere, ...always]) },
      {
        basePath,
        files: linted,
        ignores: [...testFiles, ...doors],
        rules: forbid([...everywhere, ...always, ...inSource]),
      },
    ]
  }),
  // The admin's addresses come from its own src/lib/paths.ts, which knows where it is mounted.
  {
    basePath: `${root}apps/admin`,
    files: linted,
    rules: { 'svelte/no-navigation-without-resolve': 'off' },
  },
  // The command line speaks to its terminal.
  { basePath: `${root}apps/cli`, files: linted, rules: { 'no-console': 'off' } },
]
