import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

const retryAfterSeconds = 2

/** What a visitor meets while an app restarts: nothing of theirs was done, and coming back helps. */
export function answerUnavailable(request: IncomingMessage, response: ServerResponse): void {
  if (response.destroyed) return
  const wantsPage = request.headers.accept?.includes('text/html') ?? false
  const body = wantsPage ? page(request.method === 'GET') : problem()
  response.writeHead(503, {
    'content-type': wantsPage ? 'text/html; charset=utf-8' : 'application/problem+json',
    'cache-control': 'no-store',
    'retry-after': String(retryAfterSeconds),
    connection: 'close',
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}

const problem = () =>
  JSON.stringify({
    type: 'about:blank',
    title: 'Service unavailable',
    status: 503,
    code: 'unavailable',
    detail: 'This part of Usher is starting again. Ask again in a moment.',
    requestId: randomUUID(),
  })

const page = (comesBackByItself: boolean) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${comesBackByItself ? `<meta http-equiv="refresh" content="${retryAfterSeconds}">` : ''}
<title>One moment</title>
<style>
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
main { max-width: 32rem; margin: 20vh auto 0; padding: 0 1.5rem }
h1 { font-size: 1.5rem }
</style>
</head>
<body>
<main>
<h1>One moment, please</h1>
<p>This page is starting again. ${
  comesBackByItself
    ? 'It will show itself in a few seconds.'
    : 'What you just sent may not have arrived: go back in a few seconds and look.'
}</p>
</main>
</body>
</html>
`
