/** As much of Deno as the entry uses. */
declare namespace Deno {
  const env: { toObject(): Record<string, string> }
  function exit(code: number): never
  function addSignalListener(signal: 'SIGTERM' | 'SIGINT', listener: () => void): void
  function removeSignalListener(signal: 'SIGTERM' | 'SIGINT', listener: () => void): void
  function serve(
    options: { hostname: string; port: number; onListen(address: { port: number }): void },
    handler: (request: Request, info: { remoteAddr: { hostname: string } }) => Response | Promise<Response>,
  ): { finished: Promise<void>; shutdown(): Promise<void> }
}
