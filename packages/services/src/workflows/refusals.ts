import { refuse } from '@usher/domain'
import { refuseInput } from '../parse-input.ts'

export const refuseUnknownWorkflow = () => refuse('not_found', { detail: 'There is no such workflow.' })

export function refuseWorkflowGuard(guard: 'name_taken' | 'changed') {
  return guard === 'name_taken'
    ? refuseInput({ path: 'name', message: 'Another workflow has this name. Choose another one.' })
    : refuse('conflict', { detail: 'Somebody else changed this workflow just now. Look at it again.' })
}
