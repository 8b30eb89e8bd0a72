export const maximumPasswordLength = 128
/** How long a six-digit code can be used. */
export const emailCodeMinutes = 10
/** How often a six-digit code can be tried. */
export const emailCodeTries = 5
