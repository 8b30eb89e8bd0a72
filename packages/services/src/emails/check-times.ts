const minute = 60_000
const hour = 60 * minute

/** Webhooks come within seconds, and again for a quarter of an hour: after that it is for us to ask. */
const pauses = [30 * minute, 2 * hour, 8 * hour, 24 * hour, 72 * hour]

/** How long to wait before the provider is asked, in milliseconds, after so many questions; Infinity: never again. */
export const pauseBeforeCheck = (checks: number): number => pauses[checks] ?? Infinity
