import type { RunBeginning, WorkflowDefinition, WorkflowStatus, WorkflowTrigger } from '@usher/domain'
import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { createdAt, id, instant, json, updatedAt } from './columns.ts'
import { contacts } from './contacts.ts'

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
    /** null: a draft, which alone may still change. */
    activatedAt: instant(),
    /** Whose ceiling bounds what its runs grant; null when the operator of the machine activated it. */
    activatedById: text(),
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
    /** What led to it, so that the same cause makes one run; null for the run that a redemption began. */
    key: text(),
    beganBy: text().$type<RunBeginning>().notNull().default('redemption'),
    /** The staff user who began it by hand. */
    startedById: text(),
    /** The run whose step began this one, and how many such steps led here. */
    parentRunId: text(),
    depth: integer().notNull().default(0),
    /** What a waiting run waits for: a type of event, `time`, `approval` or `delivery`. */
    waitingFor: text(),
    waitingSince: instant(),
    /** When it goes on at the latest. */
    resumeAt: instant(),
    /** What woke it: the event, or the decision. */
    wake: json<Record<string, unknown>>(),
    createdAt: createdAt(),
    startedAt: instant(),
    endedAt: instant(),
  },
  (table) => [
    uniqueIndex('workflow_runs_once')
      .on(table.redemptionId, table.workflowId)
      .where(sql`key is null`),
    uniqueIndex('workflow_runs_key').on(table.key),
    index('workflow_runs_by_contact').on(table.contactId),
    index('workflow_runs_by_creation').on(table.createdAt, table.id),
    index('workflow_runs_by_workflow').on(table.workflowId, table.createdAt, table.id),
    index('workflow_runs_by_status').on(table.status, table.createdAt, table.id),
    index('workflow_runs_by_invitation').on(table.invitationId, table.createdAt),
    index('workflow_runs_waiting')
      .on(table.waitingFor, table.contactId)
      .where(sql`waiting_for is not null`),
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
    status: text().$type<'completed' | 'failed' | 'waiting'>().notNull(),
    attempts: integer().notNull(),
    /** What it was handed, secrets blotted out. */
    input: json<Record<string, unknown>>(),
    output: json<Record<string, unknown>>(),
    error: text(),
    startedAt: instant().notNull(),
    endedAt: instant(),
  },
  (table) => [uniqueIndex('workflow_run_steps_once').on(table.runId, table.position)],
)

/** A word that a contact is marked with. */
export const contactTags = sqliteTable(
  'contact_tags',
  {
    contactId: text()
      .notNull()
      .references(() => contacts.id, { onDelete: 'cascade' }),
    tag: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.contactId, table.tag] }),
    index('contact_tags_by_tag').on(table.tag, table.contactId),
  ],
)
