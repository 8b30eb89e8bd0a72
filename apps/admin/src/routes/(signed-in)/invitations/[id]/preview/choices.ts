/** What the preview can be looked at in. Empty: the language in which the contact would see it. */
export const previewLanguages = [
  { value: '', label: 'Their language' },
  { value: 'en', label: 'English' },
  { value: 'de', label: 'German' },
  { value: 'fr', label: 'French' },
  { value: 'es', label: 'Spanish' },
  { value: 'pt', label: 'Portuguese' },
  { value: 'ja', label: 'Japanese' },
  { value: 'ar', label: 'Arabic, from right to left' },
] as const

export const previewSchemes = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const

export const previewStates = [
  { value: 'valid', label: 'It can be accepted' },
  { value: 'expired', label: 'It has expired' },
  { value: 'full', label: 'Every seat is taken' },
  { value: 'inactive', label: 'It is inactive' },
  { value: 'wrong_account', label: 'Signed in as somebody else' },
] as const
