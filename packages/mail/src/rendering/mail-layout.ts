import { Liquid, type Template } from 'liquidjs'
import { coloursOf } from './colours.ts'
import { layout } from './layout.gen.ts'

/** A mail in its parts, all of them text. The layout escapes everything. */
export type MailParts = {
  /** One line. */
  subject: string
  /** What a mailbox shows beside the subject; may be empty. */
  preheader: string
  website: { name: string; accentColor: string | null; logoUrl: string | null }
  paragraphs: string[][]
  quote?: { paragraphs: string[][] } | null
  gains?: { heading: string; items: { label: string; value: string; note: string | null }[] } | null
  button?: { label: string; url: string } | null
  code?: { heading: string; groups: string[] } | null
  notes?: { label: string; value?: string; lang?: string }[]
  footer: string[]
  /** A link below everything, to be told of no more. */
  unsubscribe?: { label: string; url: string } | null
}

export type RenderedMail = { subject: string; html: string; text: string }

export const renderParts = (parts: MailParts): RenderedMail => ({
  subject: parts.subject,
  html: renderHtml(parts),
  text: renderText(parts),
})

function renderHtml(parts: MailParts): string {
  const { engine, template } = parsedLayout()
  const { accent, onAccent } = coloursOf(parts.website.accentColor)
  return String(
    engine.renderSync(template, {
      title: parts.subject,
      preheader: parts.preheader,
      website: parts.website.name,
      logo_url: secureUrl(parts.website.logoUrl),
      accent,
      on_accent: onAccent,
      paragraphs: parts.paragraphs,
      quote: parts.quote ?? null,
      gains: parts.gains ?? null,
      button: parts.button ?? null,
      // A long code is shown smaller, so that its groups stay on one line of a telephone.
      code: parts.code ? { ...parts.code, size: parts.code.groups.length > 2 ? '15px' : '28px' } : null,
      notes: (parts.notes ?? []).map((note) => ({ value: null, lang: 'en', ...note })),
      footer: parts.footer,
      unsubscribe: parts.unsubscribe ?? null,
    }),
  )
}

function renderText(parts: MailParts): string {
  const blocks = [
    ...textOf(parts.paragraphs),
    ...(parts.quote ? textOf(parts.quote.paragraphs).map((text) => text.replace(/^/gm, '> ')) : []),
    ...(parts.gains
      ? [
          [
            parts.gains.heading,
            ...parts.gains.items.map(
              ({ label, value, note }) => `- ${label}: ${value}${note ? ` – ${note}` : ''}`,
            ),
          ].join('\n'),
        ]
      : []),
    ...(parts.button ? [`${parts.button.label}:\n${parts.button.url}`] : []),
    ...(parts.code ? [`${parts.code.heading}\n${parts.code.groups.join('-')}`] : []),
    ...(parts.notes ?? []).map(({ label, value }) => (value ? `${label} ${value}` : label)),
    `-- \n${[...parts.footer, ...(parts.unsubscribe ? [`${parts.unsubscribe.label}: ${parts.unsubscribe.url}`] : [])].join('\n')}`,
  ]
  return `${blocks.join('\n\n')}\n`
}

const textOf = (paragraphs: string[][]) => paragraphs.map((lines) => lines.join('\n'))

/** A logo is loaded over a secure connection or not at all. */
export const secureUrl = (url: string | null) =>
  url !== null && URL.parse(url)?.protocol === 'https:' ? url : null

let parsedOnce: { engine: Liquid; template: Template[] } | undefined

function parsedLayout(): { engine: Liquid; template: Template[] } {
  if (!parsedOnce) {
    const engine = new Liquid({
      templates: {},
      ownPropertyOnly: true,
      strictVariables: true,
      outputEscape: 'escape',
    })
    parsedOnce = { engine, template: engine.parse(layout) }
  }
  return parsedOnce
}
