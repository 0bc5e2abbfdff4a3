import { handedWord, openings, otherMission, thomas, volunteers } from '#modules/demo/story/workbench.ts'
import { addDemoDay } from '#modules/workbench/public.ts'
import type { Context } from '#platform/context.ts'
import type { DemoStory } from '../build.ts'
import { french } from '../typography.ts'

const day = 86_400_000

/** The last days of the managers of the maintenance community: newcomers, promises, what was handed over. */
export async function addWorkbench(
  ctx: Context,
  story: DemoStory,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const built = story.communities.find(({ community }) => community.slug === 'maintenance')
  const communityId = ids.get('maintenance')
  const [managerId, second] = (built?.roles ?? [])
    .filter(({ role }) => role === 'manager')
    .map(({ memberId }) => memberId)
  if (!built || !communityId || !managerId) return
  const daysAgo = (days: number) => new Date(ctx.now.getTime() - days * day)
  const idOf = (key: string) => story.people.find((person) => person.key === key)?.id
  const known = <T extends { memberId: string | undefined }>(one: T) =>
    one.memberId ? [{ ...one, memberId: one.memberId }] : []
  const thomasId = idOf('thomas')
  const buddyId = idOf(thomas.buddy)
  const asked = idOf('sofia')
  // The two who arrived before Thomas: one has somebody, for the other somebody is asked.
  const others = built.memberships
    .filter(({ person, joinedAt }) => !person.key && !person.guest && joinedAt < daysAgo(9))
    .toSorted((a, b) => b.joinedAt.getTime() - a.joinedAt.getTime())
    .slice(0, 2)
  const arrivals = [
    ...(thomasId && buddyId
      ? [
          {
            memberId: thomasId,
            welcomedBy: managerId,
            at: daysAgo(5),
            buddy: { memberId: buddyId, isAccepted: true },
            mission: { text: french(thomas.mission), isDone: false },
          },
        ]
      : []),
    ...others.map(({ person }, index) => ({
      memberId: person.id,
      welcomedBy: second ?? managerId,
      at: daysAgo(7),
      ...(asked && { buddy: { memberId: index === 0 ? asked : managerId, isAccepted: index > 0 } }),
      ...(index > 0 && { mission: { text: french(otherMission), isDone: true } }),
    })),
  ]
  // Questions that still wait: the latest are this morning's, the next has somebody's word, the others can wait.
  const waiting = built.posts
    .filter(
      (post) =>
        post.kind === 'question' &&
        post.authorId !== thomasId &&
        !post.comments.some(({ isAnswer, authorId }) => isAnswer && authorId !== post.authorId) &&
        post.at < daysAgo(2),
    )
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
  const [, , promised, ...rest] = waiting
  const ownerId = idOf('helene')
  const first = built.posts.find(({ authorId }) => authorId === thomasId)
  await addDemoDay(ctx, {
    communityId,
    managerId,
    volunteers: volunteers.flatMap((key) => known({ memberId: idOf(key), at: daysAgo(30) })),
    arrivals,
    openings: openings.flatMap(({ to, daysAgo: ago, answer, subject, bodyMd }) =>
      known({
        memberId: idOf(to),
        at: daysAgo(ago),
        answer,
        subject: french(subject),
        bodyMd: french(bodyMd),
      }),
    ),
    promises:
      promised && ownerId && promised.authorId !== ownerId
        ? [
            {
              postId: promised.id,
              ownerId,
              promisedFor: daysAgo(1).toISOString().slice(0, 10),
              at: daysAgo(4),
            },
          ]
        : [],
    putOff: rest.map((post) => ({
      card: `question:${post.id}:L4`,
      until: daysAgo(-3),
      at: daysAgo(1),
    })),
    handed:
      second && first
        ? [{ card: `newcomer:${first.id}`, byMemberId: second, word: french(handedWord), at: daysAgo(0.2) }]
        : [],
  })
}
