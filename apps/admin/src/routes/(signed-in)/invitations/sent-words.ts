import { counted } from '#lib/format.ts'

/** What is said after a send: nothing has left yet, the worker does that. */
export const mailsOnTheirWay = (planned: number): string =>
  planned === 0
    ? 'Nobody was mailed: there was no one left to mail.'
    : `${counted(planned, 'e-mail')} ${planned === 1 ? 'is on its way' : 'are on their way'}.`
