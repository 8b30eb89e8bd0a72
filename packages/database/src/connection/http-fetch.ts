/** Longer than any statement of ours takes; shorter than a person waits. */
const requestTimeoutMilliseconds = 10_000

/** A fetch that gives up: libSQL's HTTP client has no timeout of its own. */
export const fetchWithTimeout = (request: Request): Promise<Response> =>
  fetch(request, { signal: AbortSignal.timeout(requestTimeoutMilliseconds) })
