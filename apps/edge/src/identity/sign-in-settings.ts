import { defaultWebsiteSettings, type IdentityProviderPreset, type WebsiteSettings } from '@usher/domain'
import { listUsableIdentityProviders, listWebsites } from '@usher/services'
import type { EdgeDeps } from '../edge-deps.ts'

/** What a page needs of a provider to offer it. */
export type OfferedProvider = { id: string; name: string; preset: IdentityProviderPreset }

export type SignInSettings = Pick<
  WebsiteSettings,
  | 'localSignInEnabled'
  | 'usernameEnabled'
  | 'emailCodeEnabled'
  | 'passkeyEnabled'
  | 'rememberMeEnabled'
  | 'resetPasswordEnabled'
  | 'twoFactorEnabled'
  | 'lockoutAfterFailures'
  | 'passwordMinimumLength'
> & {
  /** Each once, though several websites may have it. `isOpen`: strangers may become known by it. */
  providers: (OfferedProvider & { issuer: string; isOpen: boolean })[]
}

/**
 * What holds where no website is asked for by name: a way in that some website offers, and the strictest of the rest.
 * People are the same on all websites of a house. Read anew each time: what staff change holds from the next page on.
 */
export async function readSignInSettings(deps: EdgeDeps): Promise<SignInSettings> {
  const [websites, providers] = await Promise.all([
    listWebsites({ deps, actor: { kind: 'system', name: 'edge' }, input: { limit: 200 } }),
    listUsableIdentityProviders({ deps }),
  ])
  const byId = new Map(
    (websites.ok ? websites.value.items : []).map(({ id, settings }) => [
      id,
      { ...defaultWebsiteSettings, ...settings },
    ]),
  )
  const settings = byId.size > 0 ? [...byId.values()] : [defaultWebsiteSettings]
  const offers = (name: keyof WebsiteSettings) => settings.some((website) => website[name])
  return {
    localSignInEnabled: offers('localSignInEnabled'),
    usernameEnabled: offers('usernameEnabled'),
    emailCodeEnabled: offers('emailCodeEnabled'),
    passkeyEnabled: offers('passkeyEnabled'),
    resetPasswordEnabled: offers('resetPasswordEnabled'),
    twoFactorEnabled: offers('twoFactorEnabled'),
    rememberMeEnabled: settings.every((website) => website.rememberMeEnabled),
    lockoutAfterFailures: Math.min(...settings.map((website) => website.lockoutAfterFailures)),
    passwordMinimumLength: Math.max(...settings.map((website) => website.passwordMinimumLength)),
    providers: eachOnce(
      providers.flatMap(({ websiteId, ...provider }) => {
        const website = byId.get(websiteId)
        if (!website?.externalSignInEnabled) return []
        return [{ ...provider, isOpen: website.registrationEnabled && website.openRegistrationEnabled }]
      }),
    ),
  }
}

const eachOnce = (providers: SignInSettings['providers']) =>
  providers.filter(
    ({ issuer, name }, index) =>
      providers.findIndex((other) => other.issuer === issuer && other.name === name) === index,
  )
