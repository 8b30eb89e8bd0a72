import { readFile } from 'node:fs/promises'
import * as v from 'valibot'

const schema = v.object({
  options: v.optional(v.object({ localProxyPort: v.optional(v.number(), 3024) }), { localProxyPort: 3024 }),
  applications: v.record(
    v.string(),
    v.object({ routing: v.optional(v.array(v.object({ paths: v.array(v.string()) }))) }),
  ),
})

export type Routes = {
  /** The application that a path belongs to. */
  applicationOf(pathname: string): string
  /** Where Turborepo's proxy listens in development. */
  developmentPort: number
}

/** Reads the one map of paths to applications: what Turborepo's proxy does in development is done here in production. */
export async function readRoutes(file: string): Promise<Routes> {
  return makeRoutes(v.parse(schema, JSON.parse(await readFile(file, 'utf8'))))
}

export function makeRoutes({ applications, options }: v.InferOutput<typeof schema>): Routes {
  const entries = Object.entries(applications)
  const fallback = entries.find(([, { routing }]) => !routing)?.[0]
  if (!fallback)
    throw new Error('microfrontends.json needs one application without routing, for every other path')
  const routed = entries.flatMap(([name, { routing = [] }]) =>
    routing.flatMap(({ paths }) => paths.map((path) => ({ name, pattern: toPattern(path) }))),
  )
  return {
    applicationOf: (pathname) => routed.find(({ pattern }) => pattern.test(pathname))?.name ?? fallback,
    developmentPort: options.localProxyPort,
  }
}

/** `/a/:one`, `/a/:any*`, `/a/:some+`, as Turborepo reads them: case matters, a slash at the end does not. */
function toPattern(path: string): RegExp {
  const segments = path.split('/').filter(Boolean)
  const source = segments.map((segment) => {
    if (!segment.startsWith(':')) return `/${RegExp.escape(segment)}`
    if (segment.endsWith('*')) return '(?:/[^/]+)*'
    return segment.endsWith('+') ? '(?:/[^/]+)+' : '/[^/]+'
  })
  return new RegExp(`^${source.join('')}/?$`)
}
