import { expect, test } from 'vitest'
import { runUnderKills } from './testing/workflow-kills.ts'

test('workers killed with SIGKILL between steps: every run ends, no finished step runs again, each message keeps its id', async () => {
  expect(await runUnderKills({ runs: 40, kills: 6 })).toMatchObject({
    runs: 40,
    steps: 40 * 7,
    notCompleted: 0,
    ranAgain: 0,
    accountsTooMany: 0,
    untold: 0,
    toldUnderTwoIds: 0,
    lost: 0,
  })
}, 120_000)
