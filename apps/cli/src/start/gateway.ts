import { once } from 'node:events'
import { Agent, createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createProxyServer } from 'httpxy'
import { Stop } from '../stop.ts'
import type { AppProcess } from './app-process.ts'
import type { Host } from './listening-hosts.ts'
import { answerUnavailable } from './unavailable.ts'

/** A request waits so long for an app that is just starting, before it is told to come back. */
const patienceMilliseconds = 5000

export type GatewayOptions = {
  /** Public origin: says which scheme and host the apps are told. */
  origin: string
  /** How many proxies in front of this one are trusted to say who the visitor is. */
  trustedProxies: number
  appOf(pathname: string): AppProcess | Promise<AppProcess>
  apps: readonly AppProcess[]
}

/** The one origin: sends each request to the app that its path belongs to. */
export function createGateway(options: GatewayOptions) {
  const agent = new Agent({ keepAlive: true })
  const proxy = createProxyServer({ agent })
  const servers: Server[] = []
  let isClosing = false

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const pathname = (request.url ?? '/').split('?', 1)[0] ?? '/'
    if (pathname === '/health') return answerHealth(options.apps, response)
    const app = await options.appOf(pathname)
    if (!(await app.whenRunning(patienceMilliseconds))) return answerUnavailable(request, response)
    tellWhoAsks(request, options)
    try {
      await proxy.web(request, response, { target: `http://127.0.0.1:${app.app.port}` })
    } catch {
      // The app went while it answered. What it had not begun to say is said here; the rest is cut off, visibly.
      if (response.headersSent) response.destroy()
      else answerUnavailable(request, response)
    }
  }

  return {
    /** @throws Stop in one line when the port is taken */
    async listen(port: number, hosts: readonly Host[]) {
      for (const host of hosts) {
        const server = createServer((request, response) => {
          // A connection that was busy when closing began is let go after its answer.
          response.once('close', () => setImmediate(() => isClosing && server.closeIdleConnections()))
          void answer(request, response)
        })
        await listen(server, port, host)
        servers.push(server)
      }
    },
    /** Takes no new requests and waits for those under way, up to as many milliseconds. */
    async close(milliseconds: number) {
      isClosing = true
      const closed = servers.map((server) => new Promise((resolve) => server.close(resolve)))
      const timer = setTimeout(() => servers.forEach((server) => server.closeAllConnections()), milliseconds)
      for (const server of servers) server.closeIdleConnections()
      await Promise.all(closed)
      clearTimeout(timer)
      agent.destroy()
    },
  }
}

/** Listens for a moment, to say in one line that the port is taken before any work is done. */
export async function refuseTakenPort(port: number, hosts: readonly Host[]): Promise<void> {
  for (const host of hosts) {
    const server = createServer()
    await listen(server, port, host)
    server.close()
    await once(server, 'close')
  }
}

async function listen(server: Server, port: number, host: Host) {
  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    // A machine without IPv6 has no ::1; its other loopback address serves.
    if (host === '::1' && (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT')) return
    if (code === 'EADDRINUSE') {
      throw new Stop(`Port ${port} is taken: stop what listens there, or give another USHER_PORT`)
    }
    if (code === 'EACCES') {
      throw new Stop(`Port ${port} may not be used by this user: give a USHER_PORT above 1023`)
    }
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EINVAL') {
      throw new Stop(`USHER_HOST is "${host}": this machine has no such address`)
    }
    throw error
  }
}

/** What a visitor claims about themselves is dropped; what the apps are told is what this gateway knows. */
function tellWhoAsks(request: IncomingMessage, { origin, trustedProxies }: GatewayOptions) {
  const address = visitorAddress(request, trustedProxies)
  const { protocol, host } = new URL(origin)
  for (const name of Object.keys(request.headers)) {
    if (name === 'forwarded' || name === 'x-real-ip' || name.startsWith('x-forwarded-'))
      delete request.headers[name]
  }
  request.headers['x-forwarded-for'] = address
  request.headers['x-forwarded-proto'] = protocol.slice(0, -1)
  request.headers['x-forwarded-host'] = request.headers.host ?? host
}

/** The address that the outermost trusted proxy saw: each one appends whom it heard from. */
function visitorAddress(request: IncomingMessage, trustedProxies: number): string {
  const peer = (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '')
  const claimed = [request.headers['x-forwarded-for'] ?? []].flat().join(',').split(',')
  const chain = [...claimed.map((entry) => entry.trim()).filter(Boolean), peer]
  return chain[Math.max(0, chain.length - 1 - trustedProxies)] ?? peer
}

function answerHealth(apps: readonly AppProcess[], response: ServerResponse) {
  const isWell = apps.every((app) => app.state === 'running')
  response.writeHead(isWell ? 200 : 503, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  const states = Object.fromEntries(apps.map(({ app, state }) => [app.name, state]))
  response.end(JSON.stringify({ status: isWell ? 'ok' : 'restarting', apps: states }))
}
