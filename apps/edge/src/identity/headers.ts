/** How our own handlers tell Better Auth who asks; nothing from outside gets through under this name. */
export const clientAddressHeader = 'x-usher-client-address'

/** Marks a code that is mailed to nobody, so that a wrong try costs the same whether or not a mail went out. */
export const decoyHeader = 'x-usher-decoy'
