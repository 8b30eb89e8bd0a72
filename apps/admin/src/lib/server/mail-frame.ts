/**
 * A mail as a document of its own, for a frame: inside the page (srcdoc) the page's policy would hold, and take away the
 * mail's styles and pictures. Here nothing runs, nothing is submitted, and only we may frame it.
 */
const policy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data: http: https:',
  'font-src data: https:',
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-popups allow-popups-to-escape-sandbox',
].join('; ')

export const answerMail = (html: string): Response =>
  new Response(withLinksInNewTabs(html), {
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
  })

/** The frame is no place to follow a link. */
function withLinksInNewTabs(html: string): string {
  const base = '<base target="_blank">'
  return /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, (head) => head + base) : base + html
}
