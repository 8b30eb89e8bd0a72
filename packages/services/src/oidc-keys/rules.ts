const day = 24 * 3600 * 1000

/** A key signs for so long before another one takes over by itself. */
const signsMilliseconds = 90 * day
/** Published for so long after its successor came: far longer than anything that it signed is good. */
export const publishedAfterwardsMilliseconds = 7 * day

/**
 * Published for so long before it signs: standard clients keep the keys they have read for one to ten minutes, and
 * would refuse a token of a key they have not heard of.
 */
const publishedBeforehandMilliseconds = 10 * 60 * 1000

/** The one that signs, of keys with the newest first: the newest that all have heard of, else the oldest there is. */
export const signingOf = <Key extends { createdAt: Date }>(
  keys: readonly Key[],
  now: Date,
): Key | undefined =>
  keys.find((key) => now.getTime() - key.createdAt.getTime() >= publishedBeforehandMilliseconds) ??
  keys.at(-1)

export const isDue = (key: { createdAt: Date }, now: Date): boolean =>
  now.getTime() - key.createdAt.getTime() >= signsMilliseconds
