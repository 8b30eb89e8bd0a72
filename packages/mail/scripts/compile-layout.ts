import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import mjml2html from 'mjml'

const source = new URL('../src/rendering/layout.mjml', import.meta.url)
const headTarget = new URL('../src/rendering/mail-head.gen.ts', import.meta.url)
const target = new URL('../src/rendering/layout.gen.ts', import.meta.url)

/** What MJML checks (colours, addresses) is written with stand-ins, which become merge fields here. */
const standIns: [string, string][] = [
  ['#ac0cee', '{{ accent }}'],
  ['#0ac0ee', '{{ on_accent }}'],
  ['https://button.invalid/', '{{ button.url }}'],
  ['https://logo.invalid/', '{{ logo_url }}'],
  ['https://unsubscribe.invalid/', '{{ unsubscribe.url }}'],
]

/** The layout as the module that is committed: a Liquid template in mail-proof HTML. */
export async function compileLayout(): Promise<string> {
  const { html, errors } = await mjml2html(await readFile(source, 'utf8'), {
    validationLevel: 'strict',
    // No web fonts: a mail that loads something from somewhere tells that it was opened.
    fonts: {},
  })
  if (errors.length > 0)
    throw new Error(errors.map((error: { formattedMessage: string }) => error.formattedMessage).join('\n'))
  const template = standIns
    .reduce((text, [standIn, field]) => text.replaceAll(standIn, field), html)
    .replace(/>\s+</g, '>\n<')
    .replace(/[ \t]+$/gm, '')
    .replace(/^[ \t]+/gm, '')
    .replace(/\n{2,}/g, '\n')
  return `// Made from layout.mjml by \`pnpm --filter @usher/mail compile-layout\`. Do not edit.\nexport const layout = ${JSON.stringify(template)}\n`
}

/** The head of all our mails, for those that staff build of blocks. */
export async function extractHead(): Promise<string> {
  const head = /<mj-head>([\s\S]*?)<\/mj-head>/.exec(await readFile(source, 'utf8'))?.[1] ?? ''
  const own = head.replace('{{ title }}', '{{ subject }}')
  return `// Made from layout.mjml by \`pnpm --filter @usher/mail compile-layout\`. Do not edit.\nexport const head = ${JSON.stringify(own.replaceAll('#ac0cee', '{{ accent }}'))}\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(target, await compileLayout())
  await writeFile(headTarget, await extractHead())
}
