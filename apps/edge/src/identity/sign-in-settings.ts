import { defaultWebsiteSettings } from '@usher/domain'
import { listWebsites } from '@usher/services'
import type { EdgeDeps } from '../edge-deps.ts'

export type SignInSettings = {
  localSignInEnabled: boolean
  emailCodeEnabled: boolean
  rememberMeEnabled: boolean
  lockoutAfterFailures: number
  passwordMinimumLength: number
}

/**
 * What holds where no website is asked for by name: a way in that some website offers, and the strictest of the rest.
 * People are the same on all websites of a house.
 */
export async function readSignInSettings(deps: EdgeDeps): Promise<SignInSettings> {
  const websites = await listWebsites({
    deps,
    actor: { kind: 'system', name: 'edge' },
    input: { limit: 200 },
  })
  const all = websites.ok
    ? websites.value.items.map(({ settings }) => ({ ...defaultWebsiteSettings, ...settings }))
    : []
  const settings = all.length > 0 ? all : [defaultWebsiteSettings]
  return {
    localSignInEnabled: settings.some((website) => website.localSignInEnabled),
    emailCodeEnabled: settings.some((website) => website.emailCodeEnabled),
    rememberMeEnabled: settings.every((website) => website.rememberMeEnabled),
    lockoutAfterFailures: Math.min(...settings.map((website) => website.lockoutAfterFailures)),
    passwordMinimumLength: Math.max(...settings.map((website) => website.passwordMinimumLength)),
  }
}
