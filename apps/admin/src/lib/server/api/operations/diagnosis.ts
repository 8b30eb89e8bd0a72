import { diagnoseAccess, diagnoseAccessSchema, unlockSignIn } from '@usher/services'
import * as v from 'valibot'
import { id, textOrNull, word } from '../fields.ts'
import type { Operation } from '../operation.ts'

export const finding = v.object({
  severity: v.picklist(['problem', 'caution', 'fine']),
  text: v.string(),
  fix: v.pipe(
    v.nullable(v.looseObject({ kind: word })),
    v.description('What can be done about it: `activate`, `extend`, `send`, … with the ids it concerns.'),
  ),
})
const tag = 'Diagnosis'

export const diagnosisOperations: Operation[] = [
  {
    method: 'post',
    path: '/diagnosis',
    operationId: 'diagnoseAccess',
    tag,
    summary: 'Say why somebody cannot get in',
    description:
      'A read; POST keeps a code out of addresses and logs. Findings come in the order in which to mend them.',
    body: diagnoseAccessSchema,
    status: 200,
    answer: v.object({
      contact: v.nullable(v.object({ id, name: v.string(), email: textOrNull })),
      findings: v.array(finding),
      invitations: v.array(
        v.object({ id, name: v.string(), websiteName: v.string(), findings: v.array(finding) }),
      ),
    }),
    run: diagnoseAccess,
  },
  {
    method: 'post',
    path: '/contacts/:contactId/unlock-sign-in',
    operationId: 'unlockSignIn',
    tag,
    summary: 'Let somebody sign in again who tried too often',
    status: 200,
    answer: v.object({ contactId: id }),
    run: unlockSignIn,
  },
]
