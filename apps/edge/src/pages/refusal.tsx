import type { Child } from 'hono/jsx'
import type { RefusalText } from '../texts/index.ts'

/** A "no" in words: what happened, what to do next, and the way there. */
export const Refusal = ({
  text,
  extra,
  number,
  children,
}: {
  text: RefusalText
  /** What is known besides, such as when to try again. */
  extra?: string | null
  /** The request's number, where somebody might want to ask about it. */
  number?: string | null
  children?: Child
}) => (
  <>
    <div class="stack">
      <h1>{text.heading}</h1>
      <p class="lead">{text.happened}</p>
    </div>
    <div class="card">
      <p>
        {text.next}
        {extra ? ` ${extra}` : ''}
      </p>
      {number ? <p class="number">{number}</p> : null}
      {children}
    </div>
  </>
)
