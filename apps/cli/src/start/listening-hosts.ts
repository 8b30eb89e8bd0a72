/** An address to listen on; undefined: all of this machine's. */
export type Host = string | undefined

/**
 * Where to listen: for this machine alone while the public origin names this machine, on all addresses otherwise.
 * `USHER_HOST` decides where it is given.
 */
export function listeningHosts({ origin, host }: { origin: string; host: string | null }): Host[] {
  if (host) return [host]
  const { hostname } = new URL(origin)
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname) ? ['127.0.0.1', '::1'] : [undefined]
}
