import { Liquid, type Template } from 'liquidjs'

/** What a template says cannot be rendered; the message is for who wrote it. */
export class TemplateError extends Error {
  override name = 'TemplateError'
}

const limits = { parseLimit: 100_000, renderLimit: 2000, memoryLimit: 1_000_000 }

/**
 * Renders a text that staff wrote, Liquid over merge fields, to plain text. Fields are values: what is in a name is never
 * read as a template. An unknown field or filter is an error, not a hole in the mail.
 * @throws TemplateError
 */
export function renderTemplate(source: string, fields: Record<string, unknown>): string {
  try {
    const { engine, templates } = parsed(source)
    return String(engine.renderSync(templates, fields))
  } catch (error) {
    throw new TemplateError(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error))
  }
}

type Parsed = { engine: Liquid; templates: Template[] }
const cache = new Map<string, Parsed>()
let engine: Liquid | undefined

function parsed(source: string): Parsed {
  const kept = cache.get(source)
  if (kept) return kept
  engine ??= createEngine()
  const fresh = { engine, templates: engine.parse(source) }
  if (cache.size >= 100) cache.clear()
  cache.set(source, fresh)
  return fresh
}

function createEngine(): Liquid {
  // No files: `templates` takes the place of the file system, and the tags that would look there are gone.
  const liquid = new Liquid({
    ...limits,
    templates: {},
    ownPropertyOnly: true,
    strictVariables: true,
    strictFilters: true,
  })
  for (const tag of ['include', 'render', 'layout', 'block']) delete liquid.tags[tag]
  return liquid
}
