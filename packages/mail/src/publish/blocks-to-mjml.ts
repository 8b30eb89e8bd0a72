import type { MailBlock, MailText } from '@usher/domain'
import { head } from '../rendering/mail-head.gen.ts'

/** The MJML of a mail: what staff wrote by hand, else its blocks in the frame of all our mails. */
export const mjmlOf = ({ source, blocks }: Pick<MailText, 'source' | 'blocks'>): string =>
  source ?? frame(blocks.filter(isBody).map(mjmlOfBlock), blocks.filter(isFooter).map(mjmlOfFooter))

const isFooter = (block: MailBlock): block is Extract<MailBlock, { kind: 'footer' }> =>
  block.kind === 'footer'
const isBody = (block: MailBlock): block is Exclude<MailBlock, { kind: 'footer' }> => !isFooter(block)

const frame = (body: string[], footer: string[]) => `<mjml lang="en">
  <mj-head>${head}</mj-head>
  <mj-body width="600px" background-color="#f4f4f5" css-class="page">
    <mj-section padding="24px 0 0"><mj-column><mj-spacer height="1px" /></mj-column></mj-section>
    <mj-section css-class="card" background-color="#ffffff" border-top="4px solid {{ accent }}" border-radius="8px" padding="28px 0 12px">
      <mj-column>
        <mj-raw>{% if logo_url %}</mj-raw>
        <mj-image src="{{ logo_url }}" alt="{{ website.name }}" align="left" width="120px" padding="0 32px 20px" />
        <mj-raw>{% else %}</mj-raw>
        <mj-text css-class="ink" font-size="18px" font-weight="700">{{ website.name }}</mj-text>
        <mj-raw>{% endif %}</mj-raw>
${body.join('\n')}
      </mj-column>
    </mj-section>
    <mj-section padding="16px 0 32px">
      <mj-column>
${footer.join('\n')}
        <mj-text css-class="faint" font-size="13px" color="#5f5f68" padding="0 32px 6px"><a href="{{ unsubscribe_url }}" style="color:#5f5f68;text-decoration:underline">{{ unsubscribe_label }}</a></mj-text>
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>
`

function mjmlOfBlock(block: Exclude<MailBlock, { kind: 'footer' }>): string {
  switch (block.kind) {
    case 'heading':
      return ink(`<h1 style="margin:0;font-size:22px;line-height:1.3">${escaped(block.text)}</h1>`)
    case 'text':
      return ink(paragraphs(block.text))
    case 'message':
      return within(
        'message_paragraphs.size > 0',
        ink(
          '<div class="box quote" style="background:#f4f4f5;border-left:4px solid {{ accent }};padding:14px 18px;border-radius:4px">{% for lines in message_paragraphs %}<p>{% for line in lines %}{{ line }}{% unless forloop.last %}<br />{% endunless %}{% endfor %}</p>{% endfor %}</div>',
        ),
      )
    case 'gains':
      return within(
        'gains.size > 0',
        ink(
          `<p>${escaped(block.text)}</p><ul>{% for gain in gains %}<li><strong>{{ gain.value }}</strong>{% if gain.note %} – {{ gain.note }}{% endif %}</li>{% endfor %}</ul>`,
        ),
      )
    case 'button':
      return `        <mj-button css-class="action" href="{{ redeem_url }}" align="left" background-color="{{ accent }}" color="{{ on_accent }}" font-size="16px" font-weight="600" border-radius="6px" inner-padding="14px 26px" padding="4px 32px 24px">${escaped(block.text)}</mj-button>`
    case 'code':
      return ink(
        `<p>${escaped(block.text)}</p><div class="code box" style="background:#f4f4f5;border:1px solid #e4e4e7;border-radius:6px;padding:14px 6px;font-size:15px;font-weight:600;text-align:center;white-space:nowrap">{{ code }}</div>`,
      )
    case 'expiry':
      return ink(`{% if expires_at %}${escaped(block.text)}{% else %}${escaped(block.never)}{% endif %}`)
    case 'link':
      return `        <mj-text css-class="faint" font-size="13px" color="#5f5f68" padding="8px 32px 14px">${escaped(block.text)}<br /><a href="{{ redeem_url }}" style="color:#5f5f68;word-break:break-all">{{ redeem_url }}</a></mj-text>`
  }
}

const mjmlOfFooter = ({ text }: Extract<MailBlock, { kind: 'footer' }>) =>
  `        <mj-text css-class="faint" font-size="13px" color="#5f5f68" padding="0 32px 6px">${paragraphs(text)}</mj-text>`

const ink = (html: string) => `        <mj-text css-class="ink">${html}</mj-text>`

const within = (condition: string, mjml: string) =>
  `        <mj-raw>{% if ${condition} %}</mj-raw>\n${mjml}\n        <mj-raw>{% endif %}</mj-raw>`

const paragraphs = (text: string) =>
  text
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => `<p>${escaped(paragraph.trim()).replace(/\n/g, '<br />')}</p>`)
    .join('')

/** Words are words: markup in them is shown. Merge fields and tags of Liquid stay as they are. */
const escaped = (text: string) =>
  text
    .split(/(\{\{.*?\}\}|\{%.*?%\})/s)
    .map((part, index) =>
      index % 2 ? part : part.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;'),
    )
    .join('')
