import openapiTypescript, { astToString, type OpenAPI3 } from 'openapi-typescript'

/** The types of an OpenAPI document, as they stand in src/api/schema.gen.ts. */
export const schemaFrom = async (document: unknown): Promise<string> =>
  `// Made by scripts/generate.ts from openapi.json. Do not edit.\n${astToString(
    await openapiTypescript(document as OpenAPI3, { alphabetize: true }),
  )}`
