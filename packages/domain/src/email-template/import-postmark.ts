/** Postmark's own names for what we have. Source: its ready-made templates */
const aliases: Record<string, string> = {
  action_url: 'redeem_url',
  invite_url: 'redeem_url',
  invitation_url: 'redeem_url',
  name: 'contact.firstName',
  first_name: 'contact.firstName',
  last_name: 'contact.lastName',
  email: 'contact.email',
  invite_sender_name: 'inviter.name',
  sender_name: 'inviter.name',
  invite_sender_organization_name: 'website.name',
  product_name: 'website.name',
  company_name: 'website.name',
  product_url: 'website.url',
  login_url: 'website.url',
  support_email: 'website.supportEmail',
  support_url: 'website.url',
  invitation_code: 'code',
  expiration_date: 'expires_at',
  unsubscribe_link: 'unsubscribe_url',
}

/**
 * A template of Postmark's (Mustachio) as one of ours: `{{var}}`, `{{{var}}}`, `{{#each}}`, `{{#if}}`, `{{#section}}`,
 * `{{^section}}`, `{{else}}`, `{{.}}`. Well-known names become our merge fields; the others stay, and activation names them.
 * Source: https://postmarkapp.com/support/article/1077-template-syntax
 */
export function importPostmarkTemplate(source: string): string {
  const open: { end: string; item: string | null }[] = []
  return source.replace(/\{\{\{?\s*([#^/]?)\s*(.*?)\s*\}?\}\}/g, (whole, sign: string, words: string) => {
    const item = open.findLast((block) => block.item !== null)?.item ?? null
    const nameOf = (name: string) => {
      if (name === '.') return item ?? 'this'
      if (name.startsWith('./')) return `${item ?? 'this'}.${name.slice(2)}`
      return aliases[name] ?? name
    }
    const [word = '', ...rest] = words.split(/\s+/)
    if (sign === '#' && word === 'each') {
      const name = rest[0] ?? ''
      const each = `item${open.length || ''}`
      open.push({ end: '{% endfor %}', item: each })
      return `{% for ${each} in ${nameOf(name)} %}`
    }
    if (sign === '#') {
      open.push({ end: '{% endif %}', item: null })
      return `{% if ${nameOf(word === 'if' ? (rest[0] ?? '') : word)} %}`
    }
    if (sign === '^') {
      open.push({ end: '{% endunless %}', item: null })
      return `{% unless ${nameOf(word)} %}`
    }
    if (sign === '/') return open.pop()?.end ?? whole
    if (word === 'else') return '{% else %}'
    return /^[\w.@/]+$/.test(words) ? `{{ ${nameOf(words)} }}` : whole
  })
}
