import {
  cancelTask,
  createTask,
  createTaskSchema,
  getTask,
  listTasks,
  listTasksSchema,
  undoTask,
} from '@usher/services'
import * as v from 'valibot'
import { count, id, idOrNull, instant, instantOrNull, pageOf, textOrNull, word } from '../fields.ts'
import type { Operation } from '../operation.ts'

const tag = 'Bulk changes'
const task = v.object({
  id,
  kind: word,
  status: v.pipe(
    word,
    v.description('`queued`, `running`, `completed`, `failed`, `cancelled`, `undoing` or `undone`.'),
  ),
  createdById: idOrNull,
  createdByName: textOrNull,
  total: v.pipe(v.nullable(count), v.description('null: not counted yet.')),
  done: v.pipe(count, v.description('Rows looked at so far.')),
  changed: count,
  error: textOrNull,
  createdAt: instant,
  completedAt: instantOrNull,
  undoneAt: instantOrNull,
})

export const taskOperations: Operation[] = [
  {
    method: 'get',
    path: '/tasks',
    operationId: 'listTasks',
    tag,
    summary: 'List bulk changes',
    query: listTasksSchema,
    status: 200,
    answer: pageOf(task),
    run: listTasks,
  },
  {
    method: 'post',
    path: '/tasks',
    operationId: 'createTask',
    tag,
    summary: 'Change many rows',
    description:
      'Rows are named by their ids, or are all that a list shows with a search and filters. The change is made in the background.',
    body: createTaskSchema,
    status: 202,
    answer: v.object({ id }),
    run: createTask,
  },
  {
    method: 'get',
    path: '/tasks/:id',
    operationId: 'getTask',
    tag,
    summary: 'See how far a bulk change has come',
    status: 200,
    answer: task,
    run: getTask,
  },
  {
    method: 'post',
    path: '/tasks/:id/cancel',
    operationId: 'cancelTask',
    tag,
    summary: 'Stop a bulk change',
    status: 200,
    answer: task,
    run: cancelTask,
  },
  {
    method: 'post',
    path: '/tasks/:id/undo',
    operationId: 'undoTask',
    tag,
    summary: 'Undo a bulk change',
    description: 'As far as nothing has happened since: what was created and used stays.',
    status: 200,
    answer: task,
    run: undoTask,
  },
]
