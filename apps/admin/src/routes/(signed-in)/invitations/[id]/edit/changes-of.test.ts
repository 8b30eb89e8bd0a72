import { createInvitation, deactivateWorkflow, getInvitation, updateInvitation } from '@usher/services'
import { createWorld, valued } from '@usher/services/testing'
import { expect, test } from 'vitest'
import { readInvitationForm } from '../../read-form.ts'
import { changesOf } from './changes-of.ts'

async function groupWithForm() {
  const world = await createWorld()
  const { deps, make, operator: actor } = world
  const website = await make.website()
  const owner = await make.staffUser()
  const [partner, buyer] = [await make.webRole(website.id), await make.webRole(website.id)]
  const [jane, ada] = [await make.contact(), await make.contact()]
  const workflow = await make.workflow()
  const created = valued(
    await createInvitation({
      deps,
      actor,
      input: {
        name: 'Spring',
        type: 'group',
        websiteId: website.id,
        ownerId: owner.id,
        invitedContactIds: [jane.id],
        webRoleIds: [partner.id],
        expiresAt: '2027-03-31',
        redemptionWorkflowId: workflow.id,
        maximumRedemptions: 8,
        message: 'One\ntwo',
      },
    }),
  )
  const find = async () => valued(await getInvitation({ deps, actor, input: { id: created.id } }))
  /** The form as the edit page shows it, with what was typed. */
  const formWith = (typed: Record<string, string | string[]>) => {
    const form = new FormData()
    const fields = {
      name: 'Spring',
      websiteId: website.id,
      ownerId: owner.id,
      invitedContactIds: ['', jane.id],
      'redeemableBy-group': 'anyone',
      emailDomains: '',
      maximumRedemptions: '8',
      code: '',
      webRoleIds: ['', partner.id],
      assignToAccountId: '',
      redemptionWorkflowId: workflow.id,
      inviterContactId: '',
      message: 'One\r\ntwo',
      expiryDate: '2027-03-31',
      expiryTime: '',
      ...typed,
    }
    for (const [name, value] of Object.entries(fields))
      for (const one of [value].flat()) form.append(name, one)
    return form
  }
  const changes = async (form: FormData) => changesOf(await find(), readInvitationForm(form, 'group'), form)
  return { ...world, actor, find, formWith, changes, workflow, buyer, ada, jane, id: created.id }
}

test('A form that was only looked at changes nothing', async () => {
  const { changes, formWith, remove } = await groupWithForm()
  expect(await changes(formWith({}))).toEqual({})
  await remove()
})

test('Only what was changed is said, and an empty field takes away', async () => {
  const { changes, formWith, buyer, ada, remove } = await groupWithForm()
  expect(
    await changes(
      formWith({
        name: 'Summer',
        message: '',
        maximumRedemptions: '',
        expiryTime: '17:00',
        webRoleIds: ['', buyer.id],
        invitedContactIds: ['', ada.id],
        redemptionWorkflowId: '',
      }),
    ),
  ).toEqual({
    name: 'Summer',
    message: null,
    maximumRedemptions: null,
    expiresAt: '2027-03-31T17:00',
    webRoleIds: [buyer.id],
    invitedContactIds: [ada.id],
    redemptionWorkflowId: null,
  })
  await remove()
})

test('A workflow that was deactivated since does not keep back a new name', async () => {
  const { deps, actor, changes, formWith, workflow, id, remove } = await groupWithForm()
  valued(await deactivateWorkflow({ deps, actor, input: { workflowId: workflow.id } }))
  const input = { id, ...(await changes(formWith({ name: 'Summer' }))) }
  expect(valued(await updateInvitation({ deps, actor, input })).name).toBe('Summer')
  await remove()
})

test('The code stays unless its replacement is ticked', async () => {
  const { changes, formWith, remove } = await groupWithForm()
  expect(await changes(formWith({ code: 'TYPED-BUT-NOT-TICKED' }))).toEqual({})
  expect(await changes(formWith({ replacesCode: 'yes' }))).toEqual({ code: null })
  expect(await changes(formWith({ replacesCode: 'yes', code: 'SUMMER-2027' }))).toEqual({
    code: 'SUMMER-2027',
  })
  await remove()
})

test('Contacts that the form could not show stay invited', async () => {
  const { changes, formWith, remove } = await groupWithForm()
  const form = formWith({ name: 'Summer' })
  form.delete('invitedContactIds')
  expect(await changes(form)).toEqual({ name: 'Summer' })
  await remove()
})
