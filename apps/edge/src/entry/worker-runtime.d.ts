/** As much of Cloudflare Workers as the entry uses. */
declare module 'cloudflare:workers' {
  export function waitUntil(work: Promise<unknown>): void
}
