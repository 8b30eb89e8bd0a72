import type { Unsubscribe } from '@usher/services'
import type { UnsubscribeTexts } from '../texts/unsubscribe.ts'

/** Asks before it stops anything, and offers the way back once it has. */
export const UnsubscribePage = ({
  words,
  unsubscribe: { website, address, isStopped },
  path,
}: {
  words: UnsubscribeTexts
  unsubscribe: Unsubscribe
  path: string
}) => (
  <>
    <div class="stack">
      <h1>{isStopped ? words.doneHeading : words.heading(website.name)}</h1>
      <p class="lead">{isStopped ? words.done(address, website.name) : words.lead(address, website.name)}</p>
    </div>
    <div class="card">
      {isStopped ? <p>{words.undoLead}</p> : null}
      <form method="post" action={isStopped ? `${path}/undo` : path}>
        <button class={isStopped ? 'button quiet wide' : 'button wide'} type="submit">
          {isStopped ? words.undo : words.button}
        </button>
      </form>
    </div>
  </>
)
