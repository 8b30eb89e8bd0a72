import { hasSampleRecords } from '@usher/database'
import type { Deps } from '../deps.ts'

/** Whether anything of the sample data is there. */
export const hasSampleData = ({ deps }: { deps: Deps }): Promise<boolean> => hasSampleRecords(deps.database)
