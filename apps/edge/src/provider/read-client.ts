import { ok, refuse, type Result } from '@usher/domain'
import { type ClientOfWebsite, findOidcClientById, isSecretOf } from '@usher/services'
import type { Context } from 'hono'
import type { EdgeDeps, EdgeEnv } from '../edge-deps.ts'

/** The application that asks, and that it is who it says: by header, by form, or as one that keeps no secret. */
export async function readClient(
  c: Context<EdgeEnv>,
  deps: EdgeDeps,
  form: URLSearchParams,
): Promise<Result<ClientOfWebsite, 'invalid_client'>> {
  const given = readBasic(c.req.header('authorization')) ?? {
    id: form.get('client_id') ?? '',
    secret: form.get('client_secret'),
  }
  const client = await findOidcClientById({ deps, id: given.id })
  return client && (await isSecretOf(client, given.secret)) ? ok(client) : refuse('invalid_client')
}

/** RFC 6749 2.3.1: both parts are form-encoded before they are joined. */
function readBasic(header: string | undefined): { id: string; secret: string } | null {
  const [, encoded] = /^Basic +([\w+/=-]+)$/i.exec(header ?? '') ?? []
  if (!encoded) return null
  try {
    const [id = '', secret = ''] = atob(encoded)
      .split(/:(.*)/s)
      .map((part) => decodeURIComponent(part.replace(/\+/g, ' ')))
    return { id, secret }
  } catch {
    return null
  }
}
