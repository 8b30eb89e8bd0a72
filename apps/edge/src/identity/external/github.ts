import type { Configuration } from 'openid-client'
import * as v from 'valibot'
import type { ExternalPerson } from './external-person.ts'

const userSchema = v.object({ id: v.number(), login: v.string(), name: v.nullish(v.string(), null) })
const emailsSchema = v.array(v.object({ email: v.string(), primary: v.boolean(), verified: v.boolean() }))

/** GitHub is no OpenID provider for people: who they are stands in its API. The number stays when the name changes. */
export async function fetchGitHubPerson(
  configuration: Configuration,
  issuer: string,
  accessToken: string,
): Promise<ExternalPerson> {
  const { fetchProtectedResource } = await import('openid-client')
  const read = async <Schema extends v.GenericSchema>(path: string, schema: Schema) => {
    const headers = new Headers({ accept: 'application/vnd.github+json', 'user-agent': 'Usher' })
    const url = new URL(path, 'https://api.github.com')
    const answer = await fetchProtectedResource(configuration, accessToken, url, 'GET', undefined, headers)
    if (!answer.ok) throw new Error(`GitHub answered ${answer.status}`)
    return v.parse(schema, await answer.json())
  }
  const user = await read('/user', userSchema)
  const emails = await read('/user/emails', emailsSchema)
  const primary = emails.find((email) => email.primary) ?? null
  return {
    issuer,
    subject: String(user.id),
    email: primary?.email ?? null,
    emailVerified: primary?.verified ?? false,
    name: user.name ?? user.login,
  }
}
