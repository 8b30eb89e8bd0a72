export { createUsher, type Usher, type UsherOptions } from './usher.ts'
export { type Person, type UsherClaims } from './person.ts'
export {
  type Admission,
  admit,
  type AdmitOptions,
  bearerToken,
  cookieToken,
  type Refusal,
  refuseAsProblem,
} from './admit.ts'
