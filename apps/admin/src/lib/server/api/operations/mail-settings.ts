import { mailSettingsSchema } from '@usher/domain'
import { getMailSettings, updateMailSettings, updateMailSettingsSchema } from '@usher/services'
import * as v from 'valibot'
import { instantOrNull, textOrNull } from '../fields.ts'
import type { Operation } from '../operation.ts'

const answer = v.object({
  settings: mailSettingsSchema,
  pausedAt: v.pipe(instantOrNull, v.description('Since when nothing leaves; null while mails go.')),
  pauseReason: textOrNull,
})
const tag = 'Mail'

export const mailSettingsOperations: Operation[] = [
  {
    method: 'get',
    path: '/mail-settings',
    operationId: 'getMailSettings',
    tag,
    summary: 'Caps and quiet hours, and whether mails leave',
    status: 200,
    answer,
    run: getMailSettings,
  },
  {
    method: 'patch',
    path: '/mail-settings',
    operationId: 'updateMailSettings',
    tag,
    summary: 'Change caps and quiet hours',
    body: updateMailSettingsSchema,
    status: 200,
    answer,
    run: updateMailSettings,
  },
]
