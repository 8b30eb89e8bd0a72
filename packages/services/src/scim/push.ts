import {
  claimScimTarget,
  deleteScimLink,
  findScimLinks,
  findScimSource,
  insertScimDelivery,
  putScimLink,
  type ScimLinkRow,
  type ScimTargetRow,
  updateScimTarget,
} from '@usher/database'
import { unseal } from '@usher/domain'
import type { Deps } from '../deps.ts'
import type { WebhookSender } from '../webhooks/sender.ts'
import { groupsOf, type Resource, usersOf } from './resources.ts'

/** Looked at so often for what has changed. */
const everyMilliseconds = 15_000
/** A worker that dies holds it for so long. */
const heldMilliseconds = 5 * 60_000
const longestPauseMilliseconds = 60 * 60_000

/** The target cannot be worked with now: nothing more is tried in this pass. */
class TargetFailure extends Error {
  override name = 'TargetFailure'
}

/**
 * Brings one target up to date, request by request: each is on record before the next one, so that a pass that is cut off
 * goes on where it was, and what has not changed is not sent again. False when no target is due.
 */
export async function pushScim({ deps, sender }: { deps: Deps; sender: WebhookSender }): Promise<boolean> {
  const now = deps.now()
  const target = await claimScimTarget(deps.database, {
    now,
    heldUntil: new Date(now.getTime() + heldMilliseconds),
  })
  if (!target) return false
  const after = (milliseconds: number) => new Date(deps.now().getTime() + milliseconds)
  try {
    await push(deps, sender, target)
    await deps.database.write([
      updateScimTarget(deps.database, target.id, {
        nextSyncAt: after(everyMilliseconds),
        failedAttempts: 0,
        lastError: null,
        syncedAt: deps.now(),
      }),
    ])
  } catch (error) {
    if (!(error instanceof TargetFailure)) throw error
    const pause = Math.min(everyMilliseconds * 2 ** target.failedAttempts, longestPauseMilliseconds)
    await deps.database.write([
      updateScimTarget(deps.database, target.id, {
        nextSyncAt: after(pause),
        failedAttempts: target.failedAttempts + 1,
        lastError: error.message,
      }),
    ])
  }
  return true
}

async function push(deps: Deps, sender: WebhookSender, target: ScimTargetRow): Promise<void> {
  const token = await unseal(deps.keys, target.tokenSealed, { context: `scim-token:${target.id}` })
  if (token === null)
    throw new TargetFailure('The token was sealed under a secret that is gone. Set it anew.')
  const at = { deps, sender, target, token }
  const source = await findScimSource(deps.database, target.websiteId, deps.now())
  const links = await findScimLinks(deps.database, target.id)
  const linksOf = (kind: ScimLinkRow['kind']) =>
    new Map(links.filter((link) => link.kind === kind).map((link) => [link.localId, link]))

  const users = await usersOf(source)
  const remoteIds = await bring(at, 'user', users, linksOf('user'))
  await bring(at, 'group', await groupsOf(source, remoteIds), linksOf('group'))
  // Groups have let go of them by now.
  for (const link of linksOf('user').values()) if (!users.has(link.localId)) await remove(at, link)
}

type At = { deps: Deps; sender: WebhookSender; target: ScimTargetRow; token: string }
type Links = ReadonlyMap<string, ScimLinkRow>

/** Creates and changes; of groups, removes as well. Answers under which ids they are there. */
async function bring(
  at: At,
  kind: ScimLinkRow['kind'],
  wanted: ReadonlyMap<string, Resource>,
  links: Links,
): Promise<Map<string, string>> {
  const remoteIds = new Map<string, string>()
  for (const resource of wanted.values()) {
    const link = links.get(resource.localId)
    const remoteId =
      link?.hash === resource.hash ? link.remoteId : await put(at, kind, resource, link?.remoteId ?? null)
    if (remoteId !== null) remoteIds.set(resource.localId, remoteId)
  }
  if (kind === 'group')
    for (const link of links.values()) if (!wanted.has(link.localId)) await remove(at, link)
  return remoteIds
}

const folders = { user: 'Users', group: 'Groups' } as const

async function put(
  at: At,
  kind: ScimLinkRow['kind'],
  resource: Resource,
  remoteId: string | null,
): Promise<string | null> {
  const known = remoteId ?? (await findThere(at, kind, resource))
  let answer =
    known === null
      ? null
      : await send(at, 'PUT', `${folders[kind]}/${encodeURIComponent(known)}`, {
          ...resource.body,
          id: known,
        })
  let id = known
  // Gone from there: made anew.
  if (answer === null || answer.status === 404) {
    answer = await send(at, 'POST', folders[kind], resource.body)
    id = answer.status < 300 ? answer.id : null
  }
  const isDone = answer.status < 300 && id !== null
  await at.deps.database.write([
    record(at, { kind, ...resource }, answer),
    putScimLink({
      targetId: at.target.id,
      kind,
      localId: resource.localId,
      remoteId: isDone ? id : null,
      hash: resource.hash,
    }),
  ])
  return isDone ? id : null
}

/** Made there before, by somebody else or by an answer that got lost: found by what is unique about it. */
async function findThere(at: At, kind: ScimLinkRow['kind'], { body }: Resource): Promise<string | null> {
  const [name, value] =
    kind === 'user' ? ['userName', body['userName']] : ['displayName', body['displayName']]
  const filter = `${name} eq ${JSON.stringify(value)}`
  const answer = await send(at, 'GET', `${folders[kind]}?filter=${encodeURIComponent(filter)}`)
  return answer.firstId
}

async function remove(at: At, link: ScimLinkRow): Promise<void> {
  const { deps } = at
  const gone = deleteScimLink(deps.database, link)
  if (link.remoteId === null) return void (await deps.database.write([gone]))
  const answer = await send(at, 'DELETE', `${folders[link.kind]}/${encodeURIComponent(link.remoteId)}`)
  const isGone = answer.status < 300 || answer.status === 404
  const line = record(at, { kind: link.kind, localId: link.localId, name: link.remoteId }, answer)
  await deps.database.write(isGone ? [line, gone] : [line])
}

type Answer = {
  method: string
  status: number
  id: string | null
  firstId: string | null
  detail: string | null
}

/** @throws TargetFailure when it is the target that is wrong, not what was sent */
async function send(
  { sender, target, token }: At,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: Record<string, unknown>,
): Promise<Answer> {
  const answered = await sender.send({
    method,
    url: `${target.baseUrl}/${path}`,
    headers: {
      accept: 'application/scim+json',
      authorization: `Bearer ${token}`,
      ...(body ? { 'content-type': 'application/scim+json' } : {}),
    },
    body: body ? JSON.stringify(body) : '',
  })
  if (answered.outcome !== 'answered')
    throw new TargetFailure(`The target was not reached: ${answered.reason}`)
  const { status } = answered
  const told = readJson(answered.body)
  const detail = typeof told['detail'] === 'string' ? told['detail'].slice(0, 500) : null
  if (status === 401 || status === 403 || status === 429 || status >= 500) {
    throw new TargetFailure(`The target answered ${status}${detail ? `: ${detail}` : ''}`)
  }
  const [first] = Array.isArray(told['Resources']) ? (told['Resources'] as { id?: unknown }[]) : []
  return { method, status, id: idOf(told), firstId: first ? idOf(first) : null, detail }
}

const idOf = ({ id }: { id?: unknown }): string | null => (typeof id === 'string' ? id : null)

function readJson(text: string): Record<string, unknown> {
  try {
    return { ...(JSON.parse(text) as object) }
  } catch {
    return {}
  }
}

const record = (
  { deps, target }: At,
  about: { kind: ScimLinkRow['kind']; localId: string; name: string },
  { method, status, detail }: Answer,
) =>
  insertScimDelivery({
    id: deps.newId(),
    targetId: target.id,
    method,
    kind: about.kind,
    localId: about.localId,
    name: about.name,
    status,
    error: status < 300 ? null : (detail ?? 'The target would not have it.'),
    occurredAt: deps.now(),
  })
