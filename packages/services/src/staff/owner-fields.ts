import * as v from 'valibot'
import { neededLine } from '../fields.ts'
import { staffFields } from './fields.ts'

/** What an owner is created from. */
export const createOwnerSchema = v.strictObject({
  name: neededLine(100, 'Give your name: invitations are signed with it.'),
  email: staffFields.email,
  password: staffFields.password,
})
export type CreateOwnerInput = v.InferInput<typeof createOwnerSchema>
