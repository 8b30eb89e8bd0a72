import { createOwner, createWebRole, listStaff, listWebsites, prepareHouse } from '@usher/services'
import { migrateDatabase, openHouse, operator, readSettings } from '../../deps.ts'
import { environmentFor, makePlace } from '../../testing/house.ts'
import { fill } from './fill.ts'

export const owner = { name: 'Bench', email: 'bench@usher.example', password: 'a good long password' }

/** A house of its own with so many contacts and invitations. Remove it when done: a million takes 2 GB. */
export async function makeFilledPlace(contacts: number, invitations = contacts) {
  const place = await makePlace()
  const settings = readSettings({
    ...environmentFor(place),
    USHER_SECRET: 'a secret of the bench, which guards nothing',
  })
  await migrateDatabase(settings)
  const house = await openHouse(settings)
  const { deps } = house
  await prepareHouse({ deps })
  const call = { deps, actor: operator }
  await createOwner({ ...call, input: owner })
  const [websites, staff] = [
    await listWebsites({ ...call, input: {} }),
    await listStaff({ ...call, input: {} }),
  ]
  const websiteId = (websites.ok && websites.value.items[0]?.id) || ''
  const ownerId = (staff.ok && staff.value.items[0]?.id) || ''
  const webRole = await createWebRole({ ...call, input: { websiteId, name: 'Member' } })
  if (!webRole.ok) throw new Error(webRole.detail)
  const startedAt = performance.now()
  await fill(deps, { contacts, invitations }, { websiteId, ownerId, webRoleId: webRole.value.id })
  const seconds = (performance.now() - startedAt) / 1000
  console.log(
    `  filled ${contacts.toLocaleString('en-GB')} contacts, ${invitations.toLocaleString('en-GB')} invitations in ${seconds.toFixed(0)} s`,
  )
  return {
    ...place,
    ...call,
    secret: settings.secrets[0] ?? '',
    webRoleId: webRole.value.id,
    async remove() {
      house.close()
      await place.remove()
    },
  }
}
export type FilledPlace = Awaited<ReturnType<typeof makeFilledPlace>>
