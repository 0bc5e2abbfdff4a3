import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp } from '#apps/server/testing.ts'
import {
  findVisibleCommunity,
  mayHear,
  readableCommunitySql,
  seeableCommunitySql,
} from '#modules/communities/public.ts'
import { canRead, canSee } from '#modules/communities/server/policy.ts'
import type { CommunityFacts, Standing } from '#modules/communities/server/policy.ts'
import type { MemberActor } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'

let t: TestApp
beforeAll(async () => void (t = await startTestApp()))
afterAll(() => t.close())

const viewers = 5
const communities = 4
const link = fc.record({
  viewer: fc.nat(viewers - 1),
  community: fc.nat(communities - 1),
  as: fc.constantFrom(
    'member',
    'manager',
    'moderator',
    'sponsor',
    'invited',
    'asked',
    'banned',
    'granted',
    'grantOver',
  ),
})
const world = fc.record({
  people: fc.array(fc.record({ guest: fc.boolean(), administrator: fc.boolean() }), {
    minLength: viewers,
    maxLength: viewers,
  }),
  places: fc.array(
    fc.record({
      visibility: fc.constantFrom('open', 'closed', 'secret'),
      stage: fc.constantFrom('growing', 'closing', 'archived'),
      partnersAdmitted: fc.boolean(),
    }),
    { minLength: communities, maxLength: communities },
  ),
  links: fc.array(link, { maxLength: 25 }),
})

test('random worlds: what SQL lets a person see and read is what the policy lets them see and read', async () => {
  const partnerId = newId()
  await t.db.read.run('insert into people.partner_organisation (id, name) values ($1, $2)', [
    partnerId,
    'Partenaire',
  ])
  await fc.assert(
    fc.asyncProperty(world, async ({ people, places, links }) => {
      const actors: MemberActor[] = []
      const ids: string[] = []
      for (const { guest, administrator } of people) {
        const memberId = newId()
        await t.db.read.run(
          `insert into people.member (id, kind, partner_id, state, email, display_name) values ($1, $2, $3, 'active', $4, 'x')`,
          [memberId, guest ? 'guest' : 'employee', guest ? partnerId : null, `${memberId}@exemple.test`],
        )
        actors.push({
          kind: 'member',
          memberId,
          memberKind: guest ? 'guest' : 'employee',
          isAdministrator: administrator,
          language: 'fr',
          sessionId: '',
        })
      }
      for (const place of places) {
        const id = newId()
        await t.db.read.run(
          `insert into communities.community (id, slug, kind, visibility, stage, partners_admitted, name, purpose) values ($1, $2, 'interest', $3, $4, $5, '{"fr":"x"}', '{"fr":"x"}')`,
          [id, `w-${id}`, place.visibility, place.stage, place.partnersAdmitted],
        )
        ids.push(id)
      }
      const standings = actors.map(() =>
        ids.map((): Standing => ({
          isMember: false,
          roles: [],
          isInvited: false,
          hasAsked: false,
          isBanned: false,
          hasAcceptedCharter: true,
        })),
      )
      for (const { viewer, community, as } of links) {
        const [who, id, standing] = [
          actors[viewer]!.memberId,
          ids[community]!,
          standings[viewer]![community]!,
        ]
        if (as === 'invited') {
          await t.db.read.run(
            'insert into communities.community_invitation (community_id, member_id, by_member_id) values ($1, $2, $2) on conflict do nothing',
            [id, who],
          )
          standing.isInvited = true
        } else if (as === 'asked') {
          await t.db.read.run(
            'insert into communities.join_request (community_id, member_id) values ($1, $2) on conflict do nothing',
            [id, who],
          )
          standing.hasAsked = true
        } else if (as === 'granted' || as === 'grantOver') {
          await t.db.read.run(
            `insert into communities.reading_grant (id, community_id, reader_id, opened_at, ends_at)
             values ($1, $2, $3, now() - interval '2 hours', now() + $4::interval)`,
            [newId(), id, who, as === 'granted' ? '1 hour' : '-1 hour'],
          )
          if (as === 'granted') standing.hasGrant = true
        } else if (as === 'banned') {
          await t.db.read.run(
            `insert into communities.ban (community_id, member_id, by_member_id, reason) values ($1, $2, $2, 'x') on conflict do nothing`,
            [id, who],
          )
          standing.isBanned = true
        } else {
          await t.db.read.run(
            'insert into communities.membership (community_id, member_id) values ($1, $2) on conflict do nothing',
            [id, who],
          )
          standing.isMember = true
          if (as === 'member') continue
          await t.db.read.run(
            'insert into communities.community_role (community_id, member_id, role) values ($1, $2, $3) on conflict do nothing',
            [id, who, as],
          )
          standing.roles = [...standing.roles, as]
        }
      }
      const heard = new Set(
        (
          await mayHear(
            t.db.read,
            actors.map((a) => a.memberId),
            ids,
          )
        ).map((pair) => `${pair.memberId} ${pair.communityId}`),
      )
      for (const [v, actor] of actors.entries()) {
        const sql = await t.db.read.rows<{ id: string; reads: boolean; sees: boolean }>(
          `select c.id, ${readableCommunitySql('c', '$1::uuid', '$2::boolean')} as reads, ${seeableCommunitySql('c', '$1::uuid', '$2::boolean')} as sees
             from communities.community c where c.id = any($3::uuid[])`,
          [actor.memberId, actor.memberKind === 'employee', ids],
        )
        for (const [c, id] of ids.entries()) {
          const facts: CommunityFacts = { ...places[c]!, inviteBy: 'managers' }
          const standing = standings[v]![c]!
          const row = sql.find((one) => one.id === id)!
          expect(row.reads).toBe(canRead(actor, facts, standing))
          expect(row.sees).toBe(canSee(actor, facts, standing))
          expect(heard.has(`${actor.memberId} ${id}`)).toBe(row.reads)
          const access = await findVisibleCommunity({ actor, tx: t.db.read, now: new Date() }, id)
          expect(access !== undefined).toBe(row.sees)
          if (access) expect(access.can.read).toBe(row.reads)
        }
      }
    }),
    { numRuns: 40 },
  )
})
