import { error } from '@sveltejs/kit'

/** What every verb is called with besides its input. hooks.server.ts lets nobody in who is not signed in. */
export function by(locals: App.Locals) {
  const { deps, actor } = locals
  if (!actor) error(401, 'Sign in first.')
  return { deps, actor }
}
