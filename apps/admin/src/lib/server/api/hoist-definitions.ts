type Json = unknown
type JsonObject = { [key: string]: Json }

/**
 * Schemas that contain themselves bring `$defs` of their own, named within the schema. In an OpenAPI document a `$ref`
 * starts at the document: such schemas move to `components.schemas`, each once, under its name.
 */
export function hoistDefinitions<Document extends object>(document: Document): Document {
  const shared = new Map<string, string>()
  const schemas: JsonObject = {}

  const visit = (node: Json, names: ReadonlyMap<string, string>): Json => {
    if (Array.isArray(node)) return node.map((item: Json) => visit(item, names))
    if (!isObject(node)) return node
    const { $defs, ...rest } = node
    const here = isObject($defs) ? nameAll($defs, names) : names
    return Object.fromEntries(
      Object.entries(rest).map(([key, value]) => [
        key,
        key === '$ref' && typeof value === 'string' ? pointTo(value, here) : visit(value, here),
      ]),
    )
  }

  const nameAll = ($defs: JsonObject, names: ReadonlyMap<string, string>) => {
    const here = new Map(names)
    const fresh: [string, Json][] = []
    for (const [key, schema] of Object.entries($defs)) {
      const text = JSON.stringify(schema)
      const known = shared.get(text)
      const name = known ?? freeName(key)
      here.set(`#/$defs/${key}`, name)
      if (known) continue
      shared.set(text, name)
      fresh.push([name, schema])
    }
    for (const [name, schema] of fresh) schemas[name] = visit(schema, here)
    return here
  }

  const freeName = (key: string): string => {
    const taken = new Set(shared.values())
    let name = key
    for (let number = 2; taken.has(name); number++) name = `${key}${number}`
    return name
  }

  const visited = visit(document, new Map()) as JsonObject
  const components = isObject(visited['components']) ? visited['components'] : {}
  const known = isObject(components['schemas']) ? components['schemas'] : {}
  return {
    ...visited,
    components: { ...components, schemas: { ...known, ...schemas } },
  } as unknown as Document
}

const pointTo = (reference: string, names: ReadonlyMap<string, string>): string => {
  const name = names.get(reference)
  return name ? `#/components/schemas/${name}` : reference
}

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
