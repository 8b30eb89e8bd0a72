import {
  accountExists,
  activatorMayGrant,
  type Change,
  findAccountNamed,
  type Guard,
  hasWebRole,
  holdsLeases,
  insertRuns,
  insertWorkflowGrant,
  noAccountHasName,
  recordSteps,
  revokeGrants,
  schema,
  updateAccountRow,
  updateContactRow,
  workflowIsIn,
} from '@usher/database'
import * as v from 'valibot'
import { accountFields } from '../accounts/fields.ts'
import type { Actor } from '../actor.ts'
import { contactFields, isSomebody } from '../contacts/fields.ts'
import type { Deps } from '../deps.ts'
import { parseInput } from '../parse-input.ts'
import { activityStatement, auditStatement } from '../records.ts'
import { redact } from './redact.ts'
import type { Turn } from './turn.ts'

/** A step that the database decides on: done and recorded in one batch of its own, or the reason why it cannot be. */
type Outcome = { statements: (Change | Guard)[]; output: Record<string, unknown> } | { reason: string }
export type CarriedOut = { kind: 'done' } | { kind: 'lease_lost' } | { kind: 'failed'; reason: string }

/** So many workflows may have started each other. */
const deepestRun = 10

export async function carryOut(deps: Deps, leaseToken: string, turn: Turn): Promise<CarriedOut> {
  const { alone, job } = turn
  if (!alone) return { kind: 'done' }
  const outcome = await outcomeOf(deps, turn, alone)
  if ('reason' in outcome) return { kind: 'failed', reason: outcome.reason }
  const written = await deps.database.write([
    holdsLeases(leaseToken, [job.id]),
    ...outcome.statements,
    recordSteps([{ ...alone.record, output: redact(outcome.output) }]),
  ])
  if (written.ok) return { kind: 'done' }
  const guard: string = written.guard
  // Another run made the account a moment ago: that one is taken.
  if (guard === 'named') return carryOut(deps, leaseToken, turn)
  return guard === 'lease'
    ? { kind: 'lease_lost' }
    : { kind: 'failed', reason: reasons[guard] ?? 'It is no longer possible.' }
}

const reasons: Record<string, string> = {
  ceiling:
    'Whoever activated this workflow may not grant this web role any more, or the web role is gone. Let somebody activate it who may, then replay the run.',
  status: 'The workflow to start is not activated. Activate it, then retry.',
  account_unknown: 'The account is gone.',
}

async function outcomeOf(
  deps: Deps,
  { run, job }: Turn,
  alone: NonNullable<Turn['alone']>,
): Promise<Outcome> {
  const { resolved, record } = alone
  const { contact, account, contactId } = run
  const now = deps.now()
  const actor: Actor = { kind: 'system', name: `Workflow ${run.workflowName}` }
  const audit = (action: string, entityType: string, entityId: string, after: Record<string, unknown>) =>
    auditStatement(deps, actor, { action, entityType, entityId, after: { ...after, workflowRunId: run.id } })
  const tell = (
    type: 'role_granted' | 'role_revoked' | 'account_joined' | 'contact_changed',
    subject: string,
  ) =>
    activityStatement(deps, {
      type,
      subject,
      contactId,
      invitationId: run.invitationId,
      data: { workflowRunId: run.id },
    })
  if (!contact) return { reason: 'The contact is gone.' }

  switch (resolved.kind) {
    case 'update_contact': {
      const parsed = parseInput(v.partial(v.strictObject(contactFields)), resolved.input.fields)
      if (!parsed.ok) return { reason: `It does not fit: ${parsed.detail}` }
      const changes = changesOf(contact, parsed.value)
      if (!isSomebody({ ...contact, ...changes }))
        return { reason: 'The contact would have neither a name nor an address.' }
      if (Object.keys(changes).length === 0) return { statements: [], output: { changed: false } }
      return {
        statements: [
          updateContactRow(deps.database, contactId, { ...changes, updatedAt: now }),
          audit('contact.updated', 'contact', contactId, changes),
          tell('contact_changed', `Workflow ${run.workflowName} changed ${Object.keys(changes).join(', ')}`),
        ],
        output: { changed: true },
      }
    }
    case 'update_account': {
      if (!account) return { reason: 'The contact belongs to no account. Let it join one, then retry.' }
      const parsed = parseInput(v.partial(v.strictObject(accountFields)), resolved.input.fields)
      if (!parsed.ok) return { reason: `It does not fit: ${parsed.detail}` }
      const changes = changesOf(account, parsed.value)
      if (Object.keys(changes).length === 0) return { statements: [], output: { changed: false } }
      return {
        statements: [
          updateAccountRow(deps.database, account.id, { ...changes, updatedAt: now }),
          audit('account.updated', 'account', account.id, changes),
        ],
        output: { changed: true },
      }
    }
    case 'add_web_role': {
      const { webRoleId, endsAt } = resolved.input
      const ceiling = activatorMayGrant(run.activatedById, webRoleId)
      if (await hasWebRole(deps.database, { contactId, webRoleId, now }))
        return { statements: [ceiling], output: { added: false } }
      return {
        statements: [
          ceiling,
          insertWorkflowGrant({
            id: deps.newId(),
            contactId,
            webRoleId,
            redemptionId: run.redemptionId,
            grantedById: run.activatedById,
            endsAt,
            now,
          }),
          audit('web_role.granted', 'contact', contactId, {
            webRoleId,
            endsAt: endsAt?.toISOString() ?? null,
          }),
          tell('role_granted', `Workflow ${run.workflowName} added a web role`),
        ],
        output: { added: true },
      }
    }
    case 'remove_web_role': {
      const { webRoleId } = resolved.input
      const ceiling = activatorMayGrant(run.activatedById, webRoleId)
      if (!(await hasWebRole(deps.database, { contactId, webRoleId, now })))
        return { statements: [ceiling], output: { removed: false } }
      return {
        statements: [
          ceiling,
          revokeGrants({ contactId, webRoleId, revokedById: run.activatedById, now }),
          audit('web_role.revoked', 'contact', contactId, { webRoleId }),
          tell('role_revoked', `Workflow ${run.workflowName} removed a web role`),
        ],
        output: { removed: true },
      }
    }
    case 'create_account': {
      const parsed = parseInput(v.strictObject(accountFields), resolved.input)
      if (!parsed.ok) return { reason: `It does not fit: ${parsed.detail}` }
      const { reuseByName, assignContact } = resolved.step
      const existingId = reuseByName ? await findAccountNamed(deps.database, parsed.value.name) : null
      const accountId = existingId ?? deps.newId()
      const creation = [
        ...(reuseByName ? [noAccountHasName(parsed.value.name)] : []),
        deps.database.query
          .insert(schema.accounts)
          .values({ id: accountId, ...parsed.value, createdAt: now, updatedAt: now }),
        audit('account.created', 'account', accountId, parsed.value),
      ]
      const joining = [
        updateContactRow(deps.database, contactId, { accountId, updatedAt: now }),
        audit('contact.updated', 'contact', contactId, { accountId }),
        tell('account_joined', `Joined ${parsed.value.name} by workflow ${run.workflowName}`),
      ]
      return {
        statements: [
          ...(existingId ? [accountExists(existingId)] : creation),
          ...(assignContact && contact.accountId !== accountId ? joining : []),
        ],
        output: { accountId, created: existingId === null },
      }
    }
    case 'start_workflow': {
      if (run.depth >= deepestRun)
        return {
          reason: `${deepestRun} workflows have started each other. Take a step that starts another out of one of them.`,
        }
      const runId = deps.newId()
      const { invitationId, redemptionId } = run
      return {
        statements: [
          workflowIsIn(resolved.input.workflowId, 'activated'),
          ...insertRuns(
            [
              {
                id: runId,
                jobId: deps.newId(),
                workflowId: resolved.input.workflowId,
                contactId,
                invitationId,
                redemptionId,
                key: `workflow-step:${run.id}:${record.position}`,
                beganBy: 'workflow',
                startedById: null,
                parentRunId: run.id,
                depth: run.depth + 1,
              },
            ],
            { priority: job.priority, now },
          ),
        ],
        output: { runId },
      }
    }
  }
}

/** Only what is given and differs. */
function changesOf<Given extends object>(before: Record<string, unknown>, given: Given): Partial<Given> {
  return Object.fromEntries(
    Object.entries(given).filter(([name, value]) => value !== undefined && value !== before[name]),
  ) as Partial<Given>
}
