import { appSecretUrl } from '../identity/authenticator-app.ts'

/** What an authenticator app scans, as a `data:` address: dark on light in every theme, since apps read nothing else. */
export async function pictureOfSecret(secret: string, email: string): Promise<string> {
  const { renderSVG } = await import('uqr')
  const svg = renderSVG(await appSecretUrl(secret, email), { border: 2 })
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
