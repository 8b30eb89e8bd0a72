/** A small believable story, ready to be sent by the newcomer. Its addresses reach nobody (RFC 2606). */
export const sampleAccounts = [
  {
    key: 'contoso',
    name: 'Contoso Partners',
    number: 'P-1001',
    websiteUrl: 'https://contoso-partners.example/',
  },
  { key: 'fabrikam', name: 'Fabrikam Consulting', number: 'P-1002', websiteUrl: 'https://fabrikam.example/' },
] as const
type AccountKey = (typeof sampleAccounts)[number]['key']

export const sampleContacts = [
  person('amelie', 'Amélie', 'Dubois', 'contoso-partners.example', null, 'fr-FR', 'Europe/Paris'),
  person('jonas', 'Jonas', 'Weber', 'contoso-partners.example', 'contoso', 'de-DE', 'Europe/Berlin'),
  person('priya', 'Priya', 'Raman', 'contoso-partners.example', 'contoso', 'en-GB', 'Europe/London'),
  person('tomas', 'Tomás', 'Ribeiro', 'contoso-partners.example', 'contoso', 'pt-PT', 'Europe/Lisbon'),
  person('hana', 'Hana', 'Sato', 'fabrikam.example', 'fabrikam', 'ja-JP', 'Asia/Tokyo'),
  person('samuel', 'Samuel', 'Okafor', 'fabrikam.example', 'fabrikam', 'en-NG', 'Africa/Lagos'),
  person('lea', 'Lea', 'Fischer', 'fabrikam.example', 'fabrikam', 'de-CH', 'Europe/Zurich'),
  person('noah', 'Noah', 'Williams', 'tailspin.example', null, 'en-US', 'America/Chicago'),
]
export type ContactKey = 'amelie' | 'jonas' | 'priya' | 'tomas' | 'hana' | 'samuel' | 'lea' | 'noah'

/** Where the sample website is under the house's own origin, as apps/edge/microfrontends.json says. */
export const sampleSitePath = '/partners'

/** The website that the story invites to: apps/site. */
export const sampleWebsite = {
  name: 'Contoso Partners',
  accentColor: '#0f766e',
  supportEmail: 'partners@contoso-partners.example',
  locale: 'en',
} as const

export const sampleWebRoles = [
  { key: 'partner', name: 'Partner', description: 'Sees news, orders and documents for partners.' },
  {
    key: 'manager',
    name: 'Partner manager',
    description: 'Sees purchase prices, and looks after the people of a partner’s account.',
  },
  { key: 'guest', name: 'Event guest', description: 'Registers for partner events.' },
] as const
type WebRoleKey = (typeof sampleWebRoles)[number]['key']

/** Whole days from the day it is added, to the end of that day. */
export const sampleInvitations: readonly SampleInvitation[] = [
  {
    name: 'Amélie joins Contoso Partners',
    type: 'single',
    invited: ['amelie'],
    inviter: 'priya',
    account: 'contoso',
    webRoles: ['partner', 'manager'],
    maximumRedemptions: 1,
    daysToExpiry: 30,
    message:
      'Welcome to the team, Amélie! With this you find our prices and orders, and can add your colleagues.',
  },
  {
    name: 'Partner day',
    type: 'group',
    invited: ['jonas', 'tomas', 'hana', 'samuel', 'lea', 'noah'],
    inviter: null,
    account: null,
    webRoles: ['guest'],
    maximumRedemptions: 20,
    daysToExpiry: 60,
    message:
      'We would love to see you at our partner day. Bring a colleague: the code works for twenty people.',
  },
]

type SampleInvitation = {
  name: string
  type: 'single' | 'group'
  invited: ContactKey[]
  inviter: ContactKey | null
  account: AccountKey | null
  webRoles: WebRoleKey[]
  maximumRedemptions: number
  daysToExpiry: number
  message: string
}

function person(
  key: ContactKey,
  firstName: string,
  lastName: string,
  domain: string,
  account: AccountKey | null,
  locale: string,
  timeZone: string,
) {
  const plain = (name: string) =>
    name
      .normalize('NFKD')
      .replace(/[^a-z]/gi, '')
      .toLowerCase()
  const email = `${plain(firstName)}.${plain(lastName)}@${domain}`
  return { key, firstName, lastName, email, account, locale, timeZone }
}
