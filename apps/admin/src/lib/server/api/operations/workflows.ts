import { workflowDefinitionSchema, workflowStatuses, workflowTriggers } from '@usher/domain'
import {
  activateWorkflow,
  createWorkflow,
  createWorkflowSchema,
  deactivateWorkflow,
  deleteWorkflow,
  getWorkflow,
  listWorkflowRuns,
  listWorkflowRunsSchema,
  listWorkflows,
  listWorkflowsSchema,
  updateWorkflow,
  updateWorkflowSchema,
} from '@usher/services'
import * as v from 'valibot'
import { count, id, idOrNull, instant, instantOrNull, pageOf, textOrNull, word } from '../fields.ts'
import type { Operation } from '../operation.ts'

const workflow = v.object({
  id,
  name: v.string(),
  description: textOrNull,
  trigger: v.picklist(workflowTriggers),
  status: v.picklist(workflowStatuses),
  builtInKey: textOrNull,
  version: v.nullable(count),
  definition: v.pipe(
    v.nullable(workflowDefinitionSchema),
    v.description('What runs; null before it was activated.'),
  ),
  activatedAt: instantOrNull,
  activatedByName: textOrNull,
  draft: v.pipe(
    v.nullable(workflowDefinitionSchema),
    v.description('What is being edited and runs once it is activated.'),
  ),
  createdAt: instant,
  updatedAt: instant,
})
const run = v.object({
  id,
  workflowId: id,
  workflowName: v.string(),
  status: word,
  contactId: id,
  contactFirstName: textOrNull,
  contactLastName: textOrNull,
  invitationId: idOrNull,
  redemptionId: idOrNull,
  error: textOrNull,
  createdAt: instant,
  startedAt: instantOrNull,
  endedAt: instantOrNull,
})

/** The verb reads the definition on its own, to name the step; here it is described in full. */
const { workflowId: _, ...changes } = updateWorkflowSchema.entries
const createBody = v.strictObject({ ...createWorkflowSchema.entries, definition: workflowDefinitionSchema })
const updateBody = v.strictObject({ ...changes, definition: v.optional(workflowDefinitionSchema) })

const tag = 'Workflows'
export const workflowOperations: Operation[] = [
  {
    method: 'get',
    path: '/workflows',
    operationId: 'listWorkflows',
    tag,
    summary: 'List workflows',
    query: listWorkflowsSchema,
    status: 200,
    answer: pageOf(workflow),
    run: listWorkflows,
  },
  {
    method: 'post',
    path: '/workflows',
    operationId: 'createWorkflow',
    tag,
    summary: 'Create a workflow as a draft',
    description:
      'Also the way to import one. The JSON Schema of `definition` is at `workflow-definition.schema.json`.',
    body: createBody,
    status: 201,
    answer: workflow,
    run: createWorkflow,
  },
  {
    method: 'get',
    path: '/workflows/:workflowId',
    operationId: 'getWorkflow',
    tag,
    summary: 'Get a workflow',
    status: 200,
    answer: workflow,
    run: getWorkflow,
  },
  {
    method: 'patch',
    path: '/workflows/:workflowId',
    operationId: 'updateWorkflow',
    tag,
    summary: 'Change a workflow',
    description: 'A definition becomes the draft; what is activated runs on until the draft is activated.',
    body: updateBody,
    status: 200,
    answer: workflow,
    run: updateWorkflow,
  },
  {
    method: 'delete',
    path: '/workflows/:workflowId',
    operationId: 'deleteWorkflow',
    tag,
    summary: 'Delete a workflow',
    description: 'Only one that never ran and that nothing names; otherwise 409.',
    status: 204,
    run: deleteWorkflow,
  },
  {
    method: 'post',
    path: '/workflows/:workflowId/activate',
    operationId: 'activateWorkflow',
    tag,
    summary: 'Activate a workflow, or its draft',
    description: 'Its definition is checked first: `errors` name what is to be mended.',
    status: 200,
    answer: workflow,
    run: activateWorkflow,
  },
  {
    method: 'post',
    path: '/workflows/:workflowId/deactivate',
    operationId: 'deactivateWorkflow',
    tag,
    summary: 'Deactivate a workflow',
    description: 'While Send Invitation is deactivated, nothing is sent.',
    status: 200,
    answer: workflow,
    run: deactivateWorkflow,
  },
  {
    method: 'get',
    path: '/workflow-runs',
    operationId: 'listWorkflowRuns',
    tag,
    summary: 'List runs of workflows',
    query: listWorkflowRunsSchema,
    status: 200,
    answer: pageOf(run),
    run: listWorkflowRuns,
  },
]
