import { neededLine, textOrNull } from '../fields.ts'

/** The attributes of a web role that may change. Its website does not. */
export const webRoleFields = {
  name: neededLine(100, 'Give the web role a name.'),
  description: textOrNull(1000),
}
