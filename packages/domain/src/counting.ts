/** Lists count so far and say `more than` beyond: a count must not cost more than the page it stands on. */
export const countedUpTo = 5000
