import type { Visitor } from '../identity/identity.ts'

/** Who is signed in, told so that nobody takes it for somebody else. */
export const Person = ({ label, visitor }: { label: string; visitor: Visitor }) => (
  <p class="person">
    <span aria-hidden="true">{[...(visitor.name || visitor.email)][0]?.toUpperCase()}</span>
    <span dir="auto">
      <small>{label}</small>
      <b>{visitor.email}</b>
    </span>
  </p>
)
