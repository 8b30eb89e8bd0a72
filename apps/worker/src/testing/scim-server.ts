import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import express from 'express'
import SCIMMY from 'scimmy'
import ScimRouters from 'scimmy-routers'

type Kept = Record<string, unknown> & { id: string }
/** As much of SCIMMY's resource as is used. */
type Asked = { id?: string; filter?: { match(values: Kept[]): object[] } }

const users = new Map<string, Kept>()
const groups = new Map<string, Kept>()
const token = 'the website’s own'.replace(/\W/g, '-')

/** A real SCIM 2.0 server (SCIMMY), which checks what it is sent against RFC 7643, with its rows in memory. */
for (const [Resource, rows, unique] of [
  [SCIMMY.Resources.User, users, 'userName'],
  [SCIMMY.Resources.Group, groups, 'displayName'],
] as const) {
  SCIMMY.Resources.declare(Resource as typeof SCIMMY.Resources.User, {
    ingress: (resource: Asked, data: unknown) => {
      const id = resource.id ?? randomUUID()
      const values = data as Record<string, unknown>
      const taken = [...rows.values()].some((row) => row[unique] === values[unique] && row.id !== id)
      if (taken) throw new SCIMMY.Types.Error(409, 'uniqueness', `${unique} is taken`)
      const kept = { ...(JSON.parse(JSON.stringify(values)) as object), id }
      rows.set(id, kept)
      return kept
    },
    egress: (resource: Asked) => {
      if (resource.id) {
        const found = rows.get(resource.id)
        if (!found) throw new SCIMMY.Types.Error(404, '', 'There is no such resource')
        return found
      }
      const all = [...rows.values()]
      return (resource.filter ? resource.filter.match(all) : all) as Kept[]
    },
    degress: (resource: Asked) => {
      if (!rows.delete(resource.id ?? '')) throw new SCIMMY.Types.Error(404, '', 'There is no such resource')
    },
  })
}

export type ScimServer = Awaited<ReturnType<typeof startScimServer>>

export async function startScimServer() {
  users.clear()
  groups.clear()
  const requests: string[] = []
  let broken: number | null = null
  const app = express()
  app.use((request, response, next) => {
    requests.push(`${request.method} ${request.path.replace(/[\da-f-]{36}/, ':id')}`)
    if (broken === null) next()
    else response.status(broken).json({ detail: 'Not now' })
  })
  app.use(
    '/scim/v2',
    new ScimRouters({
      type: 'bearer',
      handler: (request) => {
        if (request.header('authorization') !== `Bearer ${token}`) throw new Error('Wrong token')
        return 'usher'
      },
    }) as unknown as express.Handler,
  )
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    host: `127.0.0.1:${port}`,
    baseUrl: `http://127.0.0.1:${port}/scim/v2`,
    token,
    users,
    groups,
    /** What it was asked since the last look. */
    requests: () => requests.splice(0),
    /** Answers everything with this status, until mended with null. */
    break: (status: number | null) => (broken = status),
    stop: () => new Promise((resolve) => server.close(resolve)),
  }
}
