import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp, TestVisitor } from '#apps/server/testing.ts'
import { getCommunityFor } from '#modules/communities/public.ts'
import { comment, join, makeCommunity, publish } from '#modules/discussions/fixtures.ts'
import type { MemberActor, MemberContext } from '#platform/context.ts'
import { getVisibleComment } from './access.ts'
import {
  canAccept,
  canComment,
  canDeleteComment,
  canEditComment,
  canMarkHelped,
  canParticipate,
  canReact,
} from './policy.ts'
import { abilitiesOn } from './views.ts'

let t: TestApp
const people: Record<string, TestVisitor> = {}

beforeAll(async () => {
  t = await startTestApp()
  for (const name of ['asker', 'answerer', 'moderator', 'manager', 'member', 'unsworn', 'outsider', 'banned'])
    people[name] = await t.member({ name })
})
afterAll(() => t.close())

const contextOf = (who: TestVisitor): MemberContext => {
  const actor: MemberActor = {
    kind: 'member',
    memberId: who.memberId,
    memberKind: 'employee',
    isAdministrator: false,
    language: 'fr',
    sessionId: '',
  }
  return { actor, tx: t.db.read, now: new Date() }
}

const states: Record<string, (ids: { community: string; post: string; answer: string }) => Promise<unknown>> =
  {
    plain: () => Promise.resolve(),
    closed: ({ post }) => people['asker']!.put(`/api/v1/posts/${post}/closure`, { reason: 'answered' }),
    deleted: ({ post }) => people['asker']!.delete(`/api/v1/posts/${post}`),
    'answer deleted': ({ answer }) => people['answerer']!.delete(`/api/v1/comments/${answer}`),
    'an idea': ({ post }) => people['asker']!.put(`/api/v1/posts/${post}/kind`, { kind: 'idea' }),
    'asker gone': ({ community }) =>
      t.db.read.run('delete from communities.membership where community_id = $1 and member_id = $2', [
        community,
        people['asker']!.memberId,
      ]),
    archived: ({ community }) =>
      t.db.read.run(`update communities.community set stage = 'archived' where id = $1`, [community]),
  }

const open = { visibility: 'open', isSharingAllowed: null }

test.each(Object.keys(states))(
  'what a reader is told they may do is what the policy says, and the policy agrees with the communities: %s',
  async (state) => {
    const { asker, answerer, moderator, manager, member, unsworn, banned } = people as Record<
      string,
      TestVisitor
    > as never as Record<
      'asker' | 'answerer' | 'moderator' | 'manager' | 'member' | 'unsworn' | 'banned',
      TestVisitor
    >
    const community = await makeCommunity(t, { members: [asker, answerer, member, unsworn] })
    await join(t, community.id, moderator, 'moderator')
    await join(t, community.id, manager, 'manager')
    const post = await publish(asker, community.id, { kind: 'question' })
    const answer = await comment(answerer, post, { isAnswer: true })
    await comment(member, post, { parentId: answer })
    await t.db.read.run(
      `insert into communities.charter_version (community_id, version) values ($1, 1), ($1, 2)`,
      [community.id],
    )
    await t.db.read.run(
      `insert into communities.charter_acceptance (community_id, member_id, version)
     select $1, member_id, case when member_id = $2 then 1 else 2 end from communities.membership where community_id = $1`,
      [community.id, unsworn.memberId],
    )
    await t.db.read.run(
      `insert into communities.ban (community_id, member_id, by_member_id, reason) values ($1, $2, $3, 'essai')`,
      [community.id, banned.memberId, manager.memberId],
    )
    await states[state]!({ community: community.id, post, answer })
    for (const who of Object.values(people)) {
      const ctx = contextOf(who)
      const read = (await who.get(`/api/v1/posts/${post}`)).body
      const { post: facts } = await getVisibleComment(ctx, answer)
      expect(read.can).toEqual(abilitiesOn(ctx.actor, facts, open))
      const access = await getCommunityFor(ctx, community.id, 'read')
      expect(canParticipate(ctx.actor, facts)).toBe(access.participationRefusal ?? true)
      for (const shown of read.comments.items) {
        const { comment: line } = await getVisibleComment(ctx, shown.id)
        const living = !line.isDeleted
        expect(shown.can).toEqual({
          edit: canEditComment(ctx.actor, facts, line) === true,
          delete: canDeleteComment(ctx.actor, line) === true,
          accept: canAccept(ctx.actor, facts) === true && line.isAnswer && living,
          react: canReact(ctx.actor, facts) === true && living,
          reply: canComment(ctx.actor, facts) === true && living && line.parentId === null,
          markHelped: canMarkHelped(ctx.actor, facts, line) === true,
        })
      }
    }
  },
)
