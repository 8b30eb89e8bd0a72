import * as v from 'valibot'
import { idField, orNull } from '../fields.ts'
import { invitationAttributes } from '../invitations/attributes.ts'
import { invitationTemplateSchema } from '../invitations/bulk-template.ts'
import { contactSelection, invitationSelection } from './selection.ts'

/** What can be done to many rows at once; everything else about a task is the house's. */
export const taskInputSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('deactivate_invitations'), rows: invitationSelection }),
  v.strictObject({ kind: v.literal('activate_invitations'), rows: invitationSelection }),
  v.strictObject({
    kind: v.literal('extend_invitations'),
    rows: invitationSelection,
    expiresAt: invitationAttributes.expiresAt,
  }),
  v.strictObject({
    kind: v.literal('create_invitations'),
    rows: contactSelection,
    template: invitationTemplateSchema,
  }),
  v.strictObject({
    kind: v.literal('give_web_role'),
    rows: contactSelection,
    webRoleId: v.pipe(idField, v.nonEmpty('Choose a web role.')),
    endsAt: v.optional(orNull(v.string()), null),
  }),
])
export type TaskInput = v.InferOutput<typeof taskInputSchema>
export const createTaskSchema = v.strictObject({ task: taskInputSchema })
