import { countStaffUsers } from '@usher/database'
import type { Deps } from '../deps.ts'

/** How many staff users there are, deactivated ones too. 0: Usher is waiting to be set up. */
export const countStaff = ({ deps }: { deps: Deps }): Promise<number> => countStaffUsers(deps.database)
