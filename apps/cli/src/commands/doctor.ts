import { examine } from '../doctor/examine.ts'
import { Stop } from '../stop.ts'
import { defineVerb } from '../verb.ts'

const signs = { ok: '✓', warning: '!', failed: '✗' }

export default defineVerb({
  name: 'doctor',
  description: 'Look whether everything that Usher needs is there and right',
  async run() {
    const findings = await examine()
    const text = findings
      .map(({ state, about, detail }) => `${signs[state]} ${about.padEnd(12)} ${detail}`)
      .join('\n')
    if (findings.some(({ state }) => state === 'failed')) throw new Stop(text, 1, { findings })
    return { text, data: { findings } }
  },
})
