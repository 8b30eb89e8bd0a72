import { workflowDefinitionSchema, workflowStatuses, workflowTriggers } from '@usher/domain'
import {
  activateWorkflow,
  deactivateWorkflow,
  getWorkflow,
  listWorkflowRuns,
  listWorkflowRunsSchema,
  listWorkflows,
  listWorkflowsSchema,
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
  definition: v.nullable(workflowDefinitionSchema),
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
    method: 'post',
    path: '/workflows/:workflowId/activate',
    operationId: 'activateWorkflow',
    tag,
    summary: 'Activate a workflow',
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
