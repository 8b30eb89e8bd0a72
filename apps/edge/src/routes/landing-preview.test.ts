import { createLandingPreview } from '@usher/services'
import { staffActor, valued } from '@usher/services/testing'
import { expect, test } from 'vitest'
import { useEdgeWorld } from '../testing/use-edge-world.ts'

const world = useEdgeWorld()

test('the preview of a landing page can be framed by this house alone, sends nothing, and sets no cookie', async () => {
  const { current } = world
  const contact = await current.make.contact({ firstName: 'Jane' })
  const invitation = await current.make.invitation({ contacts: [contact] })
  const { path } = valued(
    await createLandingPreview({
      deps: current.deps,
      actor: staffActor('viewer'),
      input: { invitationId: invitation.id, contactId: contact.id },
    }),
  )
  const response = await current.app.request(`${path}&lang=ar&scheme=dark`)
  expect(response.status).toBe(200)
  const html = await response.text()
  expect(html).toContain('dir="rtl"')
  expect(html).not.toContain('prefers-color-scheme')
  expect(html).not.toContain(invitation.code)
  const policy = response.headers.get('content-security-policy')
  expect(policy).toContain("frame-ancestors 'self'")
  expect(policy).toContain("form-action 'none'")
  expect(policy).not.toContain('script-src')
  expect(response.headers.get('x-frame-options')).toBe('SAMEORIGIN')
  expect(response.headers.get('set-cookie')).toBeNull()
})

test('without a ticket it is a page like any other unknown one, and cannot be framed', async () => {
  const response = await world.current.app.request('/preview?ticket=junk')
  expect(response.status).toBe(404)
  expect(response.headers.get('x-frame-options')).toBe('DENY')
})
