import { readdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { unstable_readConfig as readConfig } from 'wrangler'
import { built, edgeFolder } from './build.ts'

/** The program that Cloudflare runs Workers with. */
export function workerdBinary(): string {
  const { default: path } = createRequire(import.meta.url)('workerd') as { default: string }
  return path
}

/** What a Worker is given at Cloudflare by `wrangler.jsonc` and its secrets, as a configuration of workerd. */
export function writeWorkerdConfig(port: number, variables: Record<string, string>): string {
  const folder = join(built, 'worker')
  const { compatibility_date, compatibility_flags } = readConfig({
    config: join(edgeFolder, 'wrangler.jsonc'),
  })
  const chunks = readdirSync(join(folder, 'chunks')).filter((name) => name.endsWith('.js'))
  const modules = ['worker.js', ...chunks.map((name) => `chunks/${name}`)].map(
    (name) => `(name = "${name}", esModule = embed "${name}")`,
  )
  const bindings = Object.entries(variables).map(
    ([name, value]) => `(name = "${name}", text = ${JSON.stringify(value)})`,
  )
  const file = join(folder, `workerd-${port}.capnp`)
  writeFileSync(
    file,
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "edge", worker = .edge),
    (name = "internet", network = (allow = ["public", "private"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "edge")],
);
const edge :Workerd.Worker = (
  compatibilityDate = "${compatibility_date}",
  compatibilityFlags = ${JSON.stringify(compatibility_flags)},
  modules = [${modules.join(', ')}],
  bindings = [${bindings.join(', ')}],
);
`,
  )
  return file
}
