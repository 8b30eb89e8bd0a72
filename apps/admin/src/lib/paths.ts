/** Where the admin is mounted, as in vite.config.ts. */
export const base = '/admin'

/** The address of a page of the admin: `to('/contacts', id, 'edit')`. */
export const to = (section: `/${string}`, ...parts: readonly string[]): string =>
  [base + section, ...parts.map(encodeURIComponent)].join('/')
