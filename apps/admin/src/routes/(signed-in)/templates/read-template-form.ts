import {
  defaultMailText,
  importPostmarkTemplate,
  type MailBlock,
  type MailContent,
  type MailText,
} from '@usher/domain'

/** The template with what the form says of one language; nothing of it is judged here. */
export function readTemplateForm(
  form: FormData,
  stored: MailContent,
): { language: string; content: MailContent } {
  const text = (name: string) => String(form.get(name) ?? '')
  const language = text('language')
  const lines = (name: string) =>
    text(name)
      .split(/[\n,;]+/)
      .map((line) => line.trim())
      .filter(Boolean)
  const known = stored.languages[language]
  const written: MailText = {
    subject: text('subject'),
    preheader: text('preheader'),
    blocks: form.has('kind') ? readBlocks(form) : (known?.blocks ?? []),
    source: form.has('source') ? text('source') : null,
  }
  return {
    language,
    content: {
      from: text('from').trim() || null,
      replyTo: text('replyTo').trim() || null,
      cc: lines('cc'),
      bcc: lines('bcc'),
      defaultLanguage: text('defaultLanguage') || stored.defaultLanguage,
      languages: { ...stored.languages, ...(known ? { [language]: written } : {}) },
    },
  }
}

/** `kind`, `text` and `never` come once for each block, in order. */
function readBlocks(form: FormData): MailBlock[] {
  const [texts, nevers] = [form.getAll('text').map(String), form.getAll('never').map(String)]
  return form
    .getAll('kind')
    .map((kind, index) => blockOf(String(kind), texts[index] ?? '', nevers[index] ?? ''))
    .filter((block) => block !== null)
}

function blockOf(kind: string, text: string, never: string): MailBlock | null {
  switch (kind) {
    case 'message':
      return { kind }
    case 'expiry':
      return { kind, text, never }
    case 'heading':
    case 'text':
    case 'gains':
    case 'button':
    case 'code':
    case 'link':
    case 'footer':
      return { kind, text }
    default:
      return null
  }
}

/** What a button of the editor does to it: `up:2`, `down:2`, `remove:2`, `add`, `source`, `blocks`, `language`, `drop`. */
export function applyEdit(
  edit: string,
  form: FormData,
  { language, content }: { language: string; content: MailContent },
  toSource: (text: MailText) => string,
): { language: string; content: MailContent } {
  const current = content.languages[language]
  const [name, at] = edit.split(':')
  const index = Number(at)
  const withText = (change: Partial<MailText>) =>
    current
      ? {
          language,
          content: { ...content, languages: { ...content.languages, [language]: { ...current, ...change } } },
        }
      : { language, content }
  const blocks = current?.blocks ?? []
  switch (name) {
    case 'up':
    case 'down':
      return withText({ blocks: moved(blocks, index, name === 'up' ? index - 1 : index + 1) })
    case 'remove':
      return withText({ blocks: blocks.filter((_, position) => position !== index) })
    case 'add': {
      const block = blockOf(String(form.get('newKind')), '', '')
      return withText({ blocks: block ? [...blocks, block] : blocks })
    }
    case 'source':
      return withText({ source: current ? toSource(current) : null })
    case 'blocks':
      return withText({ source: null })
    case 'postmark':
      return withText({ source: importPostmarkTemplate(current?.source ?? '') })
    case 'language': {
      const added = String(form.get('newLanguage') ?? '')
        .trim()
        .toLowerCase()
      if (!/^[a-z]{2,3}$/.test(added) || content.languages[added]) return { language: added, content }
      const languages = { ...content.languages, [added]: current ?? defaultMailText }
      return { language: added, content: { ...content, languages } }
    }
    case 'drop': {
      const { [language]: _, ...languages } = content.languages
      return { language: content.defaultLanguage, content: { ...content, languages } }
    }
    default:
      return { language, content }
  }
}

function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const [item] = items.slice(from, from + 1)
  if (item === undefined || to < 0 || to >= items.length) return [...items]
  const rest = items.filter((_, index) => index !== from)
  return [...rest.slice(0, to), item, ...rest.slice(to)]
}
