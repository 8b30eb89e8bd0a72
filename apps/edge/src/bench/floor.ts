/**
 * What bare Hono does on the same runtime with the same driver: a constant page, a page after one indexed read, a
 * redemption as one write transaction of plain statements. `DATABASE_URL`, `PORT`, `PAGE_BYTES`, `JUNK_BYTES`.
 */
import { createServer } from 'node:http'
import process from 'node:process'
import { createClient } from '@libsql/client'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { v7 as uuidv7 } from 'uuid'

const { DATABASE_URL: url = '', PORT = '0', PAGE_BYTES = '0', JUNK_BYTES = '0' } = process.env
const client = createClient({ url, timeout: 5000, concurrency: 1 })
const page = (bytes: string) => `<!doctype html><title>Floor</title>${'x'.repeat(Number(bytes))}`
const [landing, junk] = [page(PAGE_BYTES), page(JUNK_BYTES)]

const app = new Hono()
  .get('/constant', (c) => c.html(junk))
  .get('/read/:hash', async (c) => {
    const args = [c.req.param('hash')]
    const { rows } = await client.execute({ sql: 'SELECT * FROM invitations WHERE code_hash = ?', args })
    return rows[0] ? c.html(landing) : c.notFound()
  })
  .post('/redeem', async (c) => {
    const { codeHash, userId } = await c.req.json<{ codeHash: string; userId: string }>()
    const [id, contactId, now] = [uuidv7(), uuidv7(), Date.now()]
    const [taken] = await client.batch(
      [
        {
          sql: `UPDATE invitations SET redemption_count = redemption_count + 1, updated_at = ?1
            WHERE code_hash = ?2 AND deactivated_at IS NULL
              AND (maximum_redemptions IS NULL OR redemption_count < maximum_redemptions) RETURNING id`,
          args: [now, codeHash],
        },
        {
          sql: `INSERT INTO contacts (id, email, email_normalised, created_at, updated_at)
            SELECT ?1, email, email, ?2, ?2 FROM invitee_users WHERE id = ?3`,
          args: [contactId, now, userId],
        },
        { sql: 'UPDATE invitee_users SET contact_id = ?1 WHERE id = ?2', args: [contactId, userId] },
        {
          sql: `INSERT INTO redemptions (id, invitation_id, contact_id, user_id, redeemed_at)
            SELECT ?1, id, ?2, ?3, ?4 FROM invitations WHERE code_hash = ?5`,
          args: [id, contactId, userId, now, codeHash],
        },
        {
          sql: `INSERT INTO grants (id, contact_id, web_role_id, redemption_id, granted_by_id, granted_at)
            SELECT ?1, ?2, web_role_id, ?3, added_by_id, ?4 FROM invitation_web_roles
            JOIN invitations ON invitations.id = invitation_id WHERE code_hash = ?5`,
          args: [uuidv7(), contactId, id, now, codeHash],
        },
        {
          sql: `INSERT INTO activities (id, type, contact_id, invitation_id, subject, data, occurred_at)
            SELECT ?1, 'invite_redemption', ?2, id, 'Redeemed', '{}', ?3 FROM invitations WHERE code_hash = ?4`,
          args: [uuidv7(), contactId, now, codeHash],
        },
        {
          sql: `INSERT INTO jobs (id, kind, key, payload, priority, run_at, created_at)
            VALUES (?1, 'run_workflow', ?1, '{}', 10, ?2, ?2)`,
          args: [uuidv7(), now],
        },
      ],
      'write',
    )
    return c.json({ id, invitationId: taken?.rows[0]?.id ?? null, contactId, redeemedAt: now }, 201)
  })

if (typeof Deno === 'undefined')
  serve({ fetch: app.fetch, port: Number(PORT), hostname: '127.0.0.1', createServer })
else
  Deno.serve({ hostname: '127.0.0.1', port: Number(PORT), onListen: () => undefined }, (request) =>
    app.fetch(request),
  )
