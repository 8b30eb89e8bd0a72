import { createServer } from 'node:net'
import { once } from 'node:events'

/** Ports of the loopback interface that nobody listens on, for as many servers of our own. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer()
      server.listen(0, '127.0.0.1')
      await once(server, 'listening')
      return server
    }),
  )
  return Promise.all(
    servers.map(async (server) => {
      const address = server.address()
      server.close()
      await once(server, 'close')
      if (!address || typeof address === 'string') throw new Error('A listening server has a port')
      return address.port
    }),
  )
}
