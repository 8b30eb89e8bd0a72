import { expect, test } from 'vitest'
import { createTemporaryDatabase } from '../testing/index.ts'
import { readEveryTable } from './readiness.ts'

test('a migrated database is ready; one that lacks a column of this release is not', async () => {
  const { database, remove } = await createTemporaryDatabase()
  await expect(readEveryTable(database)).resolves.toBeUndefined()
  await database.client.execute('ALTER TABLE contacts RENAME COLUMN time_zone TO zone')
  await expect(readEveryTable(database)).rejects.toThrow('time_zone')
  await remove()
})
