import * as v from 'valibot'
import { newLinkPolicies } from './invitation-request.ts'

/** Registration settings with the defaults of Power Pages' site settings. */
export const websiteSettingsSchema = v.object({
  registrationEnabled: v.optional(v.boolean(), true),
  openRegistrationEnabled: v.optional(v.boolean(), true),
  /** Off: every page about invitations answers 404. */
  invitationEnabled: v.optional(v.boolean(), true),
  localSignInEnabled: v.optional(v.boolean(), true),
  /** People may choose a username and sign in with it instead of their address. */
  usernameEnabled: v.optional(v.boolean(), false),
  emailCodeEnabled: v.optional(v.boolean(), true),
  passkeyEnabled: v.optional(v.boolean(), true),
  externalSignInEnabled: v.optional(v.boolean(), true),
  rememberMeEnabled: v.optional(v.boolean(), true),
  resetPasswordEnabled: v.optional(v.boolean(), true),
  twoFactorEnabled: v.optional(v.boolean(), false),
  passwordMinimumLength: v.optional(v.pipe(v.number(), v.integer(), v.minValue(8), v.maxValue(64)), 8),
  lockoutAfterFailures: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)), 5),
  /** `automatic` answers an expired invitation within what its owner may still grant; one that is full waits for staff. */
  newLinkRequests: v.optional(v.picklist(newLinkPolicies), 'ask'),
  /** Empty: nothing to agree to. */
  termsText: v.optional(v.pipe(v.string(), v.maxLength(20_000)), ''),
})
export type WebsiteSettings = v.InferOutput<typeof websiteSettingsSchema>
export const defaultWebsiteSettings: WebsiteSettings = v.parse(websiteSettingsSchema, {})

/**
 * Where a redeemer may be sent: paths of the website itself, and addresses that start with an allowed URL
 * (same origin, path prefix at a slash). Everything else, `//evil` and `/\evil` included, is `null`.
 */
export function readReturnUrl(
  text: string | null | undefined,
  website: { baseUrl: string; allowedReturnUrls: readonly string[] },
): string | null {
  if (!text || text.length > 2000 || /[\\\p{Cc}]/u.test(text)) return null
  const base = URL.parse(website.baseUrl)
  const url = base && URL.parse(text, base)
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return null
  const allowed = [website.baseUrl, ...website.allowedReturnUrls].some((entry) => {
    const prefix = URL.parse(entry)
    if (!prefix || prefix.origin !== url.origin) return false
    const folder = prefix.pathname.replace(/\/+$/, '')
    return url.pathname === folder || url.pathname.startsWith(`${folder}/`)
  })
  return allowed ? url.href : null
}

/**
 * The mailed link: from the website's configured URLs, never from a request. `edgeUrl` null: invitations live at the
 * origin of the base URL; one with a folder belongs to a website that hands invitations on.
 */
export function redemptionUrl(
  website: { baseUrl: string; edgeUrl: string | null },
  code: string,
  recipientProof?: string,
): string {
  const folder = website.edgeUrl ?? new URL('/', website.baseUrl).href
  const url = new URL(`${folder.replace(/\/+$/, '')}/i/${encodeURIComponent(code)}`)
  if (recipientProof) url.searchParams.set('r', recipientProof)
  return url.href
}
