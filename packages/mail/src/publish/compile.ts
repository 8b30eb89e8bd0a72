import {
  blockKinds,
  type CompiledMailText,
  invitationMergeFields,
  isMergeField,
  type MailContent,
  type MailText,
} from '@usher/domain'
import { Liquid } from 'liquidjs'
import { mjmlOf } from './blocks-to-mjml.ts'
import { htmlToText } from './html-to-text.ts'

/** What is wrong with a template, and where: a language, a part, and a line where there are lines. */
export type TemplateProblem = {
  language: string
  part: 'subject' | 'preheader' | 'body'
  line: number | null
  message: string
}

export type CompiledMail =
  { ok: true; languages: Record<string, CompiledMailText> } | { ok: false; problems: TemplateProblem[] }

type Mjml = (
  source: string,
  options: { validationLevel: 'soft'; fonts: Record<string, string>; ignoreIncludes: boolean },
) => Promise<{ html: string; errors: { line?: number; message: string }[] }>

/** Loaded when something is published and never before. It has no types, and is named so that nobody looks for them. */
const loadMjml = async () => ((await import('mjml' as string)) as { default: Mjml }).default

/** What MJML checks as a colour is written with stand-ins while it looks. */
const standIns = [
  ['{{ accent }}', '#ac0cee'],
  ['{{ on_accent }}', '#0ac0ee'],
] as const

/**
 * Makes what is sent of what staff wrote: MJML to HTML and text, both with their merge fields. MJML runs here and nowhere
 * else. Unknown fields, broken MJML, and a mail without its link are problems, each with its line.
 */
export async function compileMail(content: MailContent): Promise<CompiledMail> {
  const problems: TemplateProblem[] = []
  const languages: Record<string, CompiledMailText> = {}
  for (const [language, text] of Object.entries(content.languages)) {
    const compiled = await compileText(text, (problem) => problems.push({ language, ...problem }))
    if (compiled) languages[language] = compiled
  }
  if (!content.languages[content.defaultLanguage]) {
    problems.push({
      language: content.defaultLanguage,
      part: 'body',
      line: null,
      message: 'The language for everybody else has no text. Write it, or choose another.',
    })
  }
  return problems.length === 0 ? { ok: true, languages } : { ok: false, problems }
}

type ReportLine = (line: number | null, message: string) => void
type Report = (problem: Omit<TemplateProblem, 'language'>) => void

async function compileText(text: MailText, report: Report): Promise<CompiledMailText | null> {
  const at = (part: TemplateProblem['part']) => (line: number | null, message: string) =>
    report({ part, line, message })
  let isSound = checkFields(text.subject, at('subject'))
  isSound = checkFields(text.preheader, at('preheader')) && isSound
  if (text.subject === '') {
    isSound = false
    report({ part: 'subject', line: 1, message: 'Give the mail a subject.' })
  }
  const mjml = mjmlOf(text)
  isSound = checkBody(text, mjml, at('body')) && isSound
  if (!/\{\{-?\s*redeem_url\b/.test(mjml)) {
    isSound = false
    const line = text.source === null ? null : (text.source.split('\n').length ?? null)
    report({
      part: 'body',
      line,
      message:
        text.source === null
          ? 'The link is missing: add a button, or {{ redeem_url }}.'
          : 'The link is missing: put {{ redeem_url }} into it, at the latest before this line.',
    })
  }
  const html = await compileMjml(mjml, at('body'))
  if (html === null || !isSound) return null
  return { subject: text.subject, preheader: text.preheader, html, text: htmlToText(html) }
}

/** Lines are those of what staff see: of the source, or of one block. */
function checkBody({ source, blocks }: MailText, mjml: string, report: ReportLine): boolean {
  if (source !== null) return checkFields(mjml, report)
  return blocks
    .map((block, index) => {
      const words = Object.entries(block).flatMap(([key, value]) => (key === 'kind' ? [] : [value]))
      const where = `Block ${index + 1} (${blockKinds[block.kind].label})`
      return words
        .map((word) => checkFields(word, (line, message) => report(line, `${where}: ${message}`)))
        .every(Boolean)
    })
    .every(Boolean)
}

/** @returns null when it was reported broken */
async function compileMjml(source: string, report: ReportLine) {
  try {
    const disguised = standIns.reduce((text, [field, standIn]) => text.replaceAll(field, standIn), source)
    const mjml2html = await loadMjml()
    const { html, errors } = await mjml2html(disguised, {
      validationLevel: 'soft',
      // Nothing is read from this machine, nothing loaded by who opens the mail.
      ignoreIncludes: true,
      fonts: {},
    })
    for (const error of errors) report(error.line ?? null, `MJML: ${error.message}`)
    if (errors.length > 0) return null
    return standIns.reduce((text, [field, standIn]) => text.replaceAll(standIn, field), html)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const line = /(?:line|:)\s*(\d+)/i.exec(message)?.[1]
    report(line ? Number(line) : null, `MJML: ${message.split('\n')[0]}`)
    return null
  }
}

const liquid = new Liquid({ templates: {}, parseLimit: 400_000, strictFilters: true })
for (const tag of ['include', 'render', 'layout', 'block']) delete liquid.tags[tag]

/** @returns whether all its merge fields are known and its tags close */
function checkFields(source: string, report: ReportLine): boolean {
  try {
    const { globals } = liquid.analyzeSync(liquid.parse(source))
    const unknown = Object.values(globals)
      .flat()
      .filter(({ segments }) => !isMergeField(segments.map(String)) && segments[0] !== 'unsubscribe_label')
    for (const { segments, location } of unknown) {
      const name = segments.join('.')
      report(location.row, `There is no merge field {{ ${name} }}.${suggestion(name)}`)
    }
    return unknown.length === 0
  } catch (error) {
    const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    const line = /line:(\d+)/.exec(message)?.[1]
    report(line ? Number(line) : null, message.replace(/, line:\d+, col:\d+/, ''))
    return false
  }
}

/** The field whose name looks most like it. */
function suggestion(name: string): string {
  const bare = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '')
  const last = bare(name.split('.').at(-1) ?? '')
  const near = invitationMergeFields.find(
    (field) => bare(field.name) === bare(name) || bare(field.name.split('.').at(-1) ?? '') === last,
  )
  return near ? ` Did you mean {{ ${near.name} }}?` : ''
}
