import { readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { stripTypeScriptTypes } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../root.ts'

/**
 * What each door of a package leads to, file by file and package by package: Node's own modules stay behind the doors
 * that are named for it, however long the way.
 */
const nodeDoors = ['./node', './testing']

type Doors = { name: string; exports: Record<string, string> }

const manifests = await Promise.all(
  (await readdir(join(root, 'packages'))).map(async (folder) => {
    const manifest: Doors = JSON.parse(readFileSync(join(root, 'packages', folder, 'package.json'), 'utf8'))
    return { ...manifest, folder: join(root, 'packages', folder) }
  }),
)

/** What is loaded at run time: types are taken away first. */
function importsOf(file: string): string[] {
  const code = stripTypeScriptTypes(readFileSync(file, 'utf8'))
  return [...code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"]+)['"]/g)].map(
    ([, specifier = '']) => specifier,
  )
}

/** Every module outside of the workspace that a file leads to. */
function reach(file: string, seen = new Set<string>()): Set<string> {
  const outside = new Set<string>()
  if (seen.has(file)) return outside
  seen.add(file)
  for (const specifier of importsOf(file)) {
    const next = specifier.startsWith('.') ? join(dirname(file), specifier) : fileOfDoor(specifier)
    if (next === null) outside.add(specifier)
    else for (const found of reach(next, seen)) outside.add(found)
  }
  return outside
}

function fileOfDoor(specifier: string): string | null {
  const manifest = manifests.find(({ name }) => specifier === name || specifier.startsWith(`${name}/`))
  if (!manifest) return null
  const path = manifest.exports[`.${specifier.slice(manifest.name.length)}`]
  if (!path) throw new Error(`${specifier} is no door`)
  return join(manifest.folder, path)
}

const doors = manifests.flatMap(({ name, folder, exports }) =>
  Object.entries(exports).map(([door, path]) => ({
    door: `${name}${door.slice(1)}`,
    isForNode: nodeDoors.includes(door),
    file: join(folder, path),
  })),
)

test.each(doors.filter(({ isForNode }) => !isForNode))(
  '$door leads to no module of Node and no native driver',
  ({ file }) => {
    const found = [...reach(file)]
    expect(
      found.filter((specifier) => specifier.startsWith('node:') || specifier === '@libsql/client'),
    ).toEqual([])
  },
)

test('the doors for Node do lead there: this test can see it', () => {
  const found = doors
    .filter(({ door }) => door === '@usher/database/node')
    .flatMap(({ file }) => [...reach(file)])
  expect(found).toEqual(expect.arrayContaining(['node:fs/promises', '@libsql/client']))
})
