/** Somebody as an identity provider knows them. Issuer and subject say who it is; an unverified address says nothing. */
export type ExternalPerson = {
  issuer: string
  subject: string
  email: string | null
  emailVerified: boolean
  name: string | null
}
