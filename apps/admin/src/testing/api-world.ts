import type { StaffRole } from '@usher/domain'
import { createApiKey } from '@usher/services'
import { createWorld, valued } from '@usher/services/testing'
import { createManagementApi } from '#lib/server/api/create-management-api.ts'
import type { ApiOptions } from '#lib/server/api/environment.ts'

/** A house with an owner, a website, and the management API with a key of the owner's. */
export async function createApiWorld(options: Partial<ApiOptions> = {}) {
  const world = await createWorld()
  const owner = await world.make.staffUser({ role: 'owner' })
  const website = await world.make.website({ baseUrl: 'https://www.contoso.example' })
  const reported: { error: unknown; requestId: string }[] = []
  const api = createManagementApi({
    deps: world.deps,
    scriptUrl: '/admin/reference.js',
    report: (error, { requestId }) => reported.push({ error, requestId }),
    ...options,
  })

  const makeKey = async (role: StaffRole, staffUser: { id: string; name: string } = owner) => {
    const actor = {
      kind: 'staff',
      role: 'owner',
      grantableWebRoleIds: [],
      ipAddress: null,
      id: staffUser.id,
      name: staffUser.name,
    } as const
    return valued(await createApiKey({ deps: world.deps, actor, input: { name: role, role } })).key
  }
  const ownersKey = await makeKey('admin')

  /** Asks as the owner's key; a body that is no text goes as JSON. */
  async function ask(
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) {
    const response = await api.request(`/admin/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${ownersKey}`,
        ...(body === undefined
          ? {}
          : { 'content-type': typeof body === 'string' ? 'text/csv' : 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, body: text ? JSON.parse(text) : null }
  }
  return { ...world, api, owner, website, ownersKey, makeKey, ask, reported }
}
