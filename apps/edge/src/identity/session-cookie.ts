/** Own names: the admin's cookies live on the same origin. `__Host-` where the origin is https. */
export function sessionCookieNames(origin: string) {
  const prefix = `${origin.startsWith('https:') ? '__Host-' : ''}usher-invitee`
  return {
    token: `${prefix}.session`,
    data: `${prefix}.cache`,
    dontRemember: `${prefix}.brief`,
    challenge: 'usher-passkey',
  }
}
