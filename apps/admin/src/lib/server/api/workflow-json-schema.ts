import { stepSchema, workflowDefinitionSchema } from '@usher/domain'
import { toJsonSchema } from '@valibot/to-json-schema'

/** The published JSON Schema (draft 2020-12) of a workflow's definition. */
export const workflowJsonSchema = () => ({
  ...toJsonSchema(workflowDefinitionSchema, {
    typeMode: 'input',
    errorMode: 'ignore',
    target: 'draft-2020-12',
    definitions: { Step: stepSchema },
  }),
  title: 'Definition of a workflow',
})
