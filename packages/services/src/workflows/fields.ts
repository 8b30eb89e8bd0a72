import { type Result, type WorkflowDefinition, workflowDefinitionSchema } from '@usher/domain'
import * as v from 'valibot'
import { neededLine, textOrNull } from '../fields.ts'
import { parseInput, refuseInput } from '../parse-input.ts'

/** The attributes of a workflow besides its definition. */
export const workflowFields = {
  name: neededLine(100, 'Give the workflow a name.'),
  description: textOrNull(1000),
}

/** What a workflow does, as data; parsed on its own, so that errors name the step: `definition.steps.0.subject`. */
export const definitionField = v.pipe(
  v.looseObject({}, 'Give the definition as an object with a trigger and steps.'),
  v.description('What the workflow does. Its JSON Schema is at workflow-definition.schema.json.'),
)

/** Reads a definition that came from outside. */
export function readDefinition(input: unknown): Result<WorkflowDefinition, 'invalid_request'> {
  if (isDeeper(input, deepestJson))
    return refuseInput({
      path: 'definition',
      message: 'It is nested too deep. Put fewer branches into each other.',
    })
  const parsed = parseInput(workflowDefinitionSchema, input)
  if (parsed.ok) return parsed
  return refuseInput(
    ...(parsed.errors ?? []).map(({ path, message }) => ({
      path: ['definition', path].filter(Boolean).join('.'),
      message,
    })),
  )
}

const deepestJson = 40

/** Before the schema, which follows branches into each other, is asked. */
function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((each) => isDeeper(each, levels - 1))
}
