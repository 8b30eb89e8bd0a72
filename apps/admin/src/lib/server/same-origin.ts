/**
 * Whether a request that changes something comes from our own pages, whatever its content type.
 * Browsers say so themselves (`Sec-Fetch-Site`) where they can be trusted to; elsewhere `Origin` must be ours.
 */
export function comesFromOurPages(request: Request, origin: string): boolean {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return true
  const site = request.headers.get('sec-fetch-site')
  return site ? site === 'same-origin' : request.headers.get('origin') === origin
}
