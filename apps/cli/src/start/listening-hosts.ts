const loopbackHosts = ['127.0.0.1', '::1']

/**
 * Which interfaces to listen on: this machine alone while the public origin names this machine, all of them otherwise.
 * `USHER_HOST` decides where it is given.
 */
export function listeningHosts({ origin, host }: { origin: string; host: string | null }): string[] {
  if (host) return [host]
  const { hostname } = new URL(origin)
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname) ? loopbackHosts : ['::']
}
