import { html } from 'hono/html'
import { type At, type Html, layout } from './layout.ts'

/** Signed in, but not for this: what is missing, and what to do. */
export const missingRolePage = (at: At, webRole: string) =>
  notice(
    at,
    'Not open to you yet',
    `This page is for those who have the web role ${webRole}. Ask whoever invited you for it; once you have it, sign in again and it opens.`,
    html`<a class="button" href="${at.base}">Home</a>
      <a class="button quiet" href="${at.base}/account">What I have</a>`,
  )

export const tryAgainPage = (at: At) =>
  notice(
    at,
    'That did not work out',
    'You were not signed in: the way back took too long, or you changed your mind. Nothing is lost.',
    html`<a class="button" href="${at.base}/sign-in">Sign in</a>
      <a class="button quiet" href="${at.base}">Home</a>`,
  )

export const nowherePage = (at: At) =>
  notice(
    at,
    'There is no such page',
    'Perhaps the address was cut off on its way.',
    html`<a class="button" href="${at.base}">Home</a>`,
  )

export const brokenPage = (at: At) =>
  notice(
    at,
    'We cannot reach the sign-in',
    'Something is wrong on our side. Try again in a moment.',
    html`<a class="button" href="${at.base}">Home</a>`,
  )

const notice = (at: At, title: string, text: string, actions: Html) =>
  layout(
    at,
    title,
    html`<div class="page">
      <h1>${title}</h1>
      <p class="lead">${text}</p>
      <div class="row">${actions}</div>
    </div>`,
  )
