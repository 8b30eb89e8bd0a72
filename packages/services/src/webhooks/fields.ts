import { eventTypes, problemInWebhookUrl } from '@usher/domain'
import * as v from 'valibot'
import type { Deps } from '../deps.ts'
import { neededLine } from '../fields.ts'

export const endpointFields = (deps: Pick<Deps, 'webhookAllowedTargets'>) => ({
  name: neededLine(100, 'Give the endpoint a name.'),
  url: v.pipe(
    v.string(),
    v.trim(),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return
      const problem = problemInWebhookUrl(dataset.value, deps.webhookAllowedTargets ?? [])
      if (problem) addIssue({ message: problem })
    }),
  ),
  eventTypes: v.pipe(
    v.array(v.picklist(eventTypes, `Choose from ${eventTypes.join(', ')}.`)),
    v.transform((types) => [...new Set(types)]),
  ),
})
