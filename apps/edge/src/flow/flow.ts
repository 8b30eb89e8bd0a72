import * as v from 'valibot'

/** Longer than anybody needs from opening a link to having redeemed it. */
export const flowSeconds = 3600

/** What a visitor carries from page to page, sealed: it never stands in an address. */
export const flowSchema = v.object({
  invitation: v.nullable(
    v.object({
      code: v.string(),
      recipientProof: v.nullable(v.string()),
      returnUrl: v.nullable(v.string()),
      /** They said so on the page to type a code. */
      hasAccount: v.boolean(),
    }),
  ),
  /** Who waits for a six-digit code, and the password they chose: kept here, so that nobody is created before the proof. */
  pending: v.nullable(
    v.object({
      email: v.string(),
      name: v.nullable(v.string()),
      passwordHash: v.nullable(v.string()),
      remember: v.boolean(),
      /** The account at an identity provider that is theirs once the address is proven. */
      external: v.optional(
        v.nullable(
          v.object({
            providerId: v.string(),
            issuer: v.string(),
            subject: v.string(),
            label: v.nullable(v.string()),
          }),
        ),
        null,
      ),
    }),
  ),
  expiresAt: v.number(),
})
export type Flow = v.InferOutput<typeof flowSchema>
export type CarriedInvitation = NonNullable<Flow['invitation']>
export type PendingPerson = v.InferInput<typeof flowSchema>['pending'] & object
