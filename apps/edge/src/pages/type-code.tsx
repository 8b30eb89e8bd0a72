import type { Visitor } from '../identity/identity.ts'
import type { Texts } from '../texts/index.ts'
import { Field, type Problem, problemText, Tick } from './fields.tsx'

/** Power Pages' page to type a code: reachable without a link. */
export function TypeCode({
  texts,
  code,
  returnUrl,
  visitor,
  problem,
}: {
  texts: Texts
  code: string
  returnUrl: string | null
  visitor: Visitor | null
  problem: Problem | null
}) {
  const isAboutField = problem && ['code_mistyped', 'code_unknown', 'code_missing'].includes(problem.kind)
  return (
    <>
      <div class="stack">
        <h1>{texts.typeCode.heading}</h1>
        <p class="lead">{texts.typeCode.lead}</p>
      </div>
      <form method="post" action="/redeem" class="card">
        <input type="hidden" name="intent" value="open" />
        {returnUrl ? <input type="hidden" name="returnurl" value={returnUrl} /> : null}
        {problem && !isAboutField ? (
          <p class="problem" role="alert">
            {problemText(texts, problem)}
          </p>
        ) : null}
        <Field
          id="code"
          name="code"
          type="text"
          class="code"
          label={texts.typeCode.field}
          autocomplete="off"
          autocapitalize="characters"
          isNoWord
          value={code || undefined}
          required
          autofocus
          maxlength={200}
          wrong={problem && isAboutField ? problemText(texts, problem) : null}
        />
        {visitor ? (
          <p class="hint">{texts.typeCode.signedInAs(visitor.email)}</p>
        ) : (
          <Tick name="hasAccount">{texts.typeCode.hasAccount}</Tick>
        )}
        <button class="wide">{texts.typeCode.button}</button>
      </form>
    </>
  )
}
