import type { Actor, Deps } from '@usher/services'
import type { StaffAuth } from './deps.ts'
import type { Flash } from '#lib/server/flash.ts'

/** Who is signed in: always a staff user, never a key. */
export type StaffActor = Extract<Actor, { kind: 'staff' }>

declare global {
  namespace App {
    interface Error {
      /** Names the log line; given for what nobody expected. */
      requestId?: string
    }
    interface Locals {
      deps: Deps
      auth: StaffAuth
      actor: StaffActor | null
      /** The address that the actor signs in with. */
      email: string | null
      /** The session that the actor came with. */
      sessionId: string | null
      requestId: string
    }
    interface PageData {
      title?: string
      flash?: Flash | null
    }
  }
}
