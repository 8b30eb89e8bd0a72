export type PersonName = { firstName: string | null; lastName: string | null }

/** `Jane Doe`; what there is of it; the address when there is nothing else. */
export function fullName(person: PersonName & { email?: string | null }): string {
  return [person.firstName, person.lastName].filter(Boolean).join(' ') || person.email || 'Unnamed contact'
}
