import type { MailContent } from '@usher/domain'
import { getEmailTemplate, restoreEmailTemplate } from '@usher/services'
import { to } from '#lib/paths.ts'
import { lineDifference } from '#lib/line-difference.ts'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { problemOf, valueOrErrorPage } from '#lib/server/refusals.ts'
import type { Actions, PageServerLoad } from './$types'

/** A version as lines of text, so that two can be laid side by side. */
const linesOf = ({ languages, ...sender }: MailContent): string[] => [
  ...Object.entries(sender).map(
    ([name, value]) => `${name}: ${Array.isArray(value) ? value.join(', ') : (value ?? '–')}`,
  ),
  ...Object.entries(languages).flatMap(([language, text]) => [
    `[${language}]`,
    `subject: ${text.subject}`,
    `preheader: ${text.preheader}`,
    ...(text.source === null
      ? text.blocks.flatMap((block) => {
          const words = Object.entries(block).flatMap(([key, value]) =>
            key === 'kind' ? [] : value.split('\n'),
          )
          return [`(${block.kind})`, ...words]
        })
      : text.source.split('\n')),
  ]),
]

export const load: PageServerLoad = async ({ locals, url }) => {
  const template = valueOrErrorPage(await getEmailTemplate(by(locals)))
  const { versions, draft } = template
  const shown = Number(url.searchParams.get('version')) || versions[0]?.version
  const index = versions.findIndex(({ version }) => version === shown)
  const [after, before] = [versions[index], versions[index + 1]]
  return {
    hasDraft: draft !== null,
    versions: versions.map(({ content: _, ...version }) => version),
    shown: after?.version ?? null,
    comparedWith: before?.version ?? null,
    difference: after ? lineDifference(before ? linesOf(before.content) : [], linesOf(after.content)) : [],
  }
}

export const actions: Actions = {
  restore: async (event) => {
    const form = await event.request.formData()
    const version = Number(form.get('version'))
    const restored = await restoreEmailTemplate({ ...by(event.locals), input: { version } })
    if (!restored.ok) redirectWith(event, to('/templates/versions'), problemOf(restored).message, 'error')
    redirectWith(event, to('/templates'), `Version ${version} is the draft now. Activate it to send it.`)
  },
}
