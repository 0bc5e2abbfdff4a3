import { newId } from '#platform/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { DemoWish } from '../operations/demo-lifecycle.ts'

export const insertDemoWish = async (tx: Tx, id: string, wish: DemoWish): Promise<void> => {
  await tx.run(
    `insert into lifecycle.wish (id, member_id, subject, problem, who_talks, at) values ($1, $2, $3, $4, $5, $6)`,
    [id, wish.memberId, wish.subject, wish.problem, wish.whoTalks, wish.at],
  )
  await tx.run(
    `insert into lifecycle.wish_support (wish_id, member_id, at)
     select $1, s.member_id, $3::timestamptz + s.n * interval '3 hours' from unnest($2::uuid[]) with ordinality as s(member_id, n)
     on conflict do nothing`,
    [id, [wish.memberId, ...wish.supporterIds], wish.at],
  )
}

export const deleteDemoWishes = async (tx: Tx): Promise<void> => {
  const theirs = `in (select id from people.member where demo)`
  await tx.run(`delete from lifecycle.wish_support where member_id ${theirs}`)
  await tx.run(`delete from lifecycle.wish where member_id ${theirs}`)
}

export const insertDemoReview = (
  tx: Tx,
  row: { communityId: string; by: string; at: Date; learnt: string },
): Promise<number> =>
  tx.run(
    `insert into lifecycle.review (id, community_id, kind, due_on, done_at, by_member_id, decision, learnt)
     values ($1, $2, 'day90', $3::timestamptz::date, $3, $4, 'continue', $5)`,
    [newId(row.at.getTime()), row.communityId, row.at, row.by, row.learnt],
  )

export const insertDemoPeer = (
  tx: Tx,
  row: { communityId: string; askedBy: string; reviewerId: string; at: Date; word: string },
): Promise<number> =>
  tx.run(
    `insert into lifecycle.peer_review (id, community_id, version, reviewer_id, asked_by, asked_at, verdict, word, done_at)
     select $1, $2, max(v.number), $3, $4, $5::timestamptz - interval '3 days', 'ready', $6, $5::timestamptz
       from lifecycle.canvas_version v where v.community_id = $2 having max(v.number) is not null`,
    [newId(row.at.getTime()), row.communityId, row.reviewerId, row.askedBy, row.at, row.word],
  )

export const insertDemoRevival = async (
  tx: Tx,
  row: {
    communityId: string
    by: string
    begunAt: Date
    steps: readonly { text: string; ownerId: string | null; dueOn: string; doneAt: Date | null }[]
  },
): Promise<void> => {
  const id = newId(row.begunAt.getTime())
  await tx.run(
    `insert into lifecycle.revival (id, community_id, begun_at, begun_by, ends_on)
     values ($1, $2, $3, $4, ($3::timestamptz + interval '30 days')::date)`,
    [id, row.communityId, row.begunAt, row.by],
  )
  await tx.run(
    `insert into lifecycle.revival_step (id, revival_id, position, text, owner_id, due_on, done_at)
     select s.id, $1, s.position, s.text, s.owner_id, s.due_on, s.done_at
       from unnest($2::uuid[], $3::text[], $4::uuid[], $5::date[], $6::timestamptz[])
         with ordinality as s(id, text, owner_id, due_on, done_at, position)`,
    [
      id,
      row.steps.map(() => newId(row.begunAt.getTime())),
      row.steps.map(({ text }) => text),
      row.steps.map(({ ownerId }) => ownerId),
      row.steps.map(({ dueOn }) => dueOn),
      row.steps.map(({ doneAt }) => doneAt),
    ],
  )
}

export interface DemoClosing {
  announcedAt: Date
  closesOn: string
  stageBefore: string
  coreWord: string
  reason: string
  whereNext: string
  thanks: string
  lastEvent: string
  lastEventOn: string
  lessons: string
  reopening: string
}

export const insertDemoClosing = (
  tx: Tx,
  communityId: string,
  by: string,
  row: DemoClosing,
): Promise<number> =>
  tx.run(
    `insert into lifecycle.closing (community_id, core_told_at, core_told_by, core_word, reason, where_next, thanks, last_event,
                                    last_event_on, lessons, reopening, changed_at)
     values ($1, $2::timestamptz - interval '4 days', $3, $4, $5, $6, $7, $8, $9, $10, $11, $2)`,
    [
      communityId,
      row.announcedAt,
      by,
      row.coreWord,
      row.reason,
      row.whereNext,
      row.thanks,
      row.lastEvent,
      row.lastEventOn,
      row.lessons,
      row.reopening,
    ],
  )
