import type { WorkflowDefinition, WorkflowStatus, WorkflowTrigger } from '@usher/domain'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { createdAt, id, instant, json, updatedAt } from './columns.ts'

/** A process as data. Its text lives in versions; the active one runs while a draft is edited. */
export const workflows = sqliteTable(
  'workflows',
  {
    id: id(),
    name: text().notNull(),
    description: text(),
    trigger: text().$type<WorkflowTrigger>().notNull(),
    status: text().$type<WorkflowStatus>().notNull(),
    /** Built-in workflows have a stable key, such as `send_invitation`. */
    builtInKey: text(),
    activeVersionId: text(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    uniqueIndex('workflows_name').on(table.name),
    uniqueIndex('workflows_built_in').on(table.builtInKey),
  ],
)

export const workflowVersions = sqliteTable(
  'workflow_versions',
  {
    id: id(),
    workflowId: text()
      .notNull()
      .references(() => workflows.id, { onDelete: 'cascade' }),
    version: integer().notNull(),
    definition: json<WorkflowDefinition>().notNull(),
    activatedAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [uniqueIndex('workflow_versions_number').on(table.workflowId, table.version)],
)

export const workflowRunStatuses = [
  'queued',
  'running',
  'waiting',
  'completed',
  'parked',
  'cancelled',
] as const
export type WorkflowRunStatus = (typeof workflowRunStatuses)[number]

/** One run of one version, with the redeeming contact as its primary entity. */
export const workflowRuns = sqliteTable(
  'workflow_runs',
  {
    id: id(),
    workflowId: text()
      .notNull()
      .references(() => workflows.id),
    workflowVersionId: text()
      .notNull()
      .references(() => workflowVersions.id),
    contactId: text().notNull(),
    invitationId: text(),
    redemptionId: text(),
    status: text().$type<WorkflowRunStatus>().notNull(),
    error: text(),
    createdAt: createdAt(),
    startedAt: instant(),
    endedAt: instant(),
  },
  (table) => [
    uniqueIndex('workflow_runs_once').on(table.redemptionId, table.workflowId),
    index('workflow_runs_by_contact').on(table.contactId),
    index('workflow_runs_by_creation').on(table.createdAt, table.id),
  ],
)

/** A step of a run: recorded before the next begins. */
export const workflowRunSteps = sqliteTable(
  'workflow_run_steps',
  {
    id: id(),
    runId: text()
      .notNull()
      .references(() => workflowRuns.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    stepKey: text().notNull(),
    kind: text().notNull(),
    status: text().$type<'completed' | 'failed'>().notNull(),
    attempts: integer().notNull(),
    output: json<Record<string, unknown>>(),
    error: text(),
    startedAt: instant().notNull(),
    endedAt: instant(),
  },
  (table) => [uniqueIndex('workflow_run_steps_once').on(table.runId, table.position)],
)
