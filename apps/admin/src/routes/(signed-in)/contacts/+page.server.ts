import { getAccount, getWebRole, listContacts } from '@usher/services'
import { by } from '#lib/server/by.ts'
import { listInput } from '#lib/server/list-input.ts'
import { valueOrErrorPage } from '#lib/server/refusals.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const called = by(locals)
  const [accountId, webRoleId] = [url.searchParams.get('accountId'), url.searchParams.get('webRoleId')]
  const [contacts, account, webRole] = await Promise.all([
    listContacts({ ...called, input: listInput(url, ['accountId', 'webRoleId']) }),
    accountId ? getAccount({ ...called, input: { id: accountId } }) : null,
    webRoleId ? getWebRole({ ...called, input: { id: webRoleId } }) : null,
  ])
  return {
    contacts: valueOrErrorPage(contacts),
    accountName: account && (account.ok ? account.value.name : 'one that is gone'),
    webRoleName: webRole && (webRole.ok ? webRole.value.name : 'one that is gone'),
  }
}
