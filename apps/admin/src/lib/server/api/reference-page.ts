import { toBase64Url } from '@usher/domain'
import { Scalar } from '@scalar/hono-api-reference'
import type { Deps } from '@usher/services'
import type { MiddlewareHandler } from 'hono'
import type { ApiEnvironment } from './environment.ts'

/** The reference for people. Script and document come from here, and the browser asks nobody else. */
export const showReference =
  (deps: Deps, scriptUrl: string): MiddlewareHandler<ApiEnvironment> =>
  async (c, next) => {
    const nonce = toBase64Url(deps.randomBytes(16))
    c.header(
      'content-security-policy',
      [
        "default-src 'none'",
        `script-src 'nonce-${nonce}'`,
        // The script writes styles as it goes; they can load nothing from elsewhere.
        "style-src 'unsafe-inline'",
        "img-src 'self' data:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
      ].join('; '),
    )
    return Scalar<ApiEnvironment>({
      url: '/admin/api/v1/openapi.json',
      cdn: scriptUrl,
      nonce,
      pageTitle: 'Usher management API',
      favicon: '/admin/icon.svg',
      theme: 'default',
      withDefaultFonts: false,
      telemetry: false,
      hideClientButton: true,
      showDeveloperTools: 'never',
      agent: { disabled: true },
      mcp: { disabled: true },
    })(c, next)
  }
