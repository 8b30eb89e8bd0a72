import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createRecipientProof } from '@usher/domain'
import { revealInvitationCode } from '@usher/services'
import { openHouse, operator, readSettings } from '../deps.ts'
import { root } from '../root.ts'
import { freePorts } from '../start/ports.ts'
import { environmentFor, makePlace, type Place, type RunningHouse, startHouse } from '../testing/house.ts'

let place: Place
let house: RunningHouse
let folder: string
let site: ChildProcess | undefined
beforeEach(async () => {
  place = await makePlace()
  house = await startHouse(place)
  folder = await mkdtemp(join(tmpdir(), 'usher-docs-'))
}, 90_000)
afterEach(async () => {
  site?.kill()
  await house.stop()
  await place.remove()
  await rm(folder, { recursive: true })
})

/** The page as it is read, with the ports of this house and this site. */
async function readPage(sitePort: number) {
  const text = await readFile(join(root, 'docs/gated-page.md'), 'utf8')
  const here = text
    .replaceAll('localhost:3024', `localhost:${place.port}`)
    .replaceAll('localhost:4000', `localhost:${sitePort}`)
  const blocks = (language: string) =>
    [...here.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
      ([, code = '']) => code,
    )
  return { commands: blocks('bash'), code: blocks('js') }
}

/** Runs the commands as somebody types them, one after the other in one shell; `pnpm usher` is this workspace's. */
async function type(commands: readonly string[]): Promise<string> {
  const pnpm = join(folder, 'pnpm')
  await writeFile(
    pnpm,
    `#!/bin/sh\nshift 2\nexec '${process.execPath}' '${join(root, 'apps/cli/src/main.ts')}' "$@"\n`,
  )
  await chmod(pnpm, 0o755)
  const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', commands.join('\n')], {
    cwd: folder,
    env: { ...environmentFor(place), PATH: `${folder}:${process.env['PATH']}` },
  })
  return stdout
}

test('docs/gated-page.md leads from nothing to a page that opens for the web role alone', async () => {
  const [sitePort = 0] = await freePorts(1)
  const page = await readPage(sitePort)
  const told = await type([
    ...page.commands,
    'printf "\\n%s %s %s %s" "$CLIENT_ID" "$CLIENT_SECRET" "$INVITATION" "$JANE"',
  ])
  const [, clientId = '', clientSecret = '', invitation = '', jane = ''] =
    /(\S+) (usc_\S+) (\S+) (\S+)$/.exec(told) ?? []
  // Asked before she has accepted: she has nothing yet.
  expect(told).toContain('"webRoles":[]')

  await writeFile(join(folder, 'site.mjs'), page.code[0] ?? '')
  await symlink(join(root, 'apps/site/node_modules'), join(folder, 'node_modules'))
  site = spawn(process.execPath, [join(folder, 'site.mjs')], {
    env: { ...process.env, CLIENT_ID: clientId, CLIENT_SECRET: clientSecret },
    stdio: 'inherit',
  })
  const ended = once(site, 'exit').then(() => Promise.reject(new Error('site.mjs ended')))
  const origin = `http://localhost:${sitePort}`
  await Promise.race([untilItAnswers(origin), ended])

  const stranger = createVisitor()
  expect((await stranger.follow(`${origin}/prices`)).url).toBe(`${house.origin}/sign-in`)

  const guest = createVisitor()
  const landing = await guest.follow(await mailedLink(invitation, jane))
  expect(landing.url).toBe(`${house.origin}/redeem/offer`)
  const arrived = await guest.submit(landing, { intent: 'create', password: 'another good password' })
  expect([arrived.url, arrived.text]).toEqual([`${origin}/prices`, 'Prices for Jane Doe'])
  expect((await stranger.follow(`${origin}/prices`)).text).not.toContain('Prices for')
}, 120_000)

async function untilItAnswers(url: string) {
  while (!(await fetch(url).catch(() => null))) await new Promise((resolve) => setTimeout(resolve, 50))
}

/** The link as Jane's mail has it: with what says that she reads that mailbox. */
async function mailedLink(invitationId: string, contactId: string): Promise<string> {
  const opened = await openHouse(readSettings(environmentFor(place)))
  try {
    const { deps } = opened
    const revealed = await revealInvitationCode({ deps, actor: operator, input: { id: invitationId } })
    if (!revealed.ok) throw new Error(revealed.detail)
    const jane = { id: contactId, email: 'jane@contoso.example' }
    const proof = await createRecipientProof(deps.keys, invitationId, jane)
    return `${revealed.value.redemptionUrl}?r=${proof}`
  } finally {
    opened.close()
  }
}

type Seen = { url: string; text: string }

/** A browser in a few lines: cookies by host and port, redirects, forms. */
function createVisitor() {
  const jars = new Map<string, Map<string, string>>()
  async function follow(url: string, init: RequestInit = {}): Promise<Seen> {
    const { origin } = new URL(url)
    const jar = jars.get(origin) ?? new Map<string, string>()
    jars.set(origin, jar)
    const headers = new Headers(init.headers)
    headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '))
    const answer = await fetch(url, { ...init, headers, redirect: 'manual' })
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    const location = answer.headers.get('location')
    return location ? follow(new URL(location, url).href) : { url, text: await answer.text() }
  }
  const submit = ({ url, text }: Seen, fields: Record<string, string>) => {
    const form = [...text.matchAll(/<form[^>]*>[\s\S]*?<\/form>/g)]
      .map(([html]) => html)
      .find((html) => html.includes(`value="${fields['intent']}"`))
    const hidden = [...(form ?? '').matchAll(/<input[^>]*>/g)]
      .map(([input]) => input)
      .filter((input) => /type="hidden"|readonly/.test(input))
      .map((input) => [/name="([^"]*)"/.exec(input)?.[1] ?? '', /value="([^"]*)"/.exec(input)?.[1] ?? ''])
    const action = /action="([^"]*)"/.exec(form ?? '')?.[1] ?? ''
    return follow(new URL(action, url).href, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ ...Object.fromEntries(hidden), ...fields }),
    })
  }
  return { follow, submit }
}
