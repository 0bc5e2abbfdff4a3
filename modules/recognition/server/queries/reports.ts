import type { Tx } from '#platform/db/tx.ts'

export const insertReport = (
  tx: Tx,
  thanksId: string,
  reporterId: string,
  words: string | null,
  now: Date,
): Promise<number> =>
  tx.run(
    'insert into recognition.report (thanks_id, reporter_id, words, at) values ($1, $2, $3, $4) on conflict do nothing',
    [thanksId, reporterId, words, now],
  )

export interface Reported {
  id: string
  communityId: string
  giverId: string
  receiverId: string
  words: string[]
  isReporter: boolean
  waits: boolean
}
const reportedSql = `select x.id, x.community_id as "communityId", x.giver_id as "giverId", x.receiver_id as "receiverId",
    array(select o.words from recognition.report o where o.thanks_id = x.id and o.answered_at is null and o.words is not null order by o.at) as words,
    exists (select 1 from recognition.report o where o.thanks_id = x.id and o.reporter_id = $1) as "isReporter",
    exists (select 1 from recognition.report o where o.thanks_id = x.id and o.answered_at is null) as waits
  from recognition.thanks x`

/** Reported thanks of a community that wait for a decision, the oldest report first. */
export const listReported = (tx: Tx, viewerId: string, communityId: string): Promise<Reported[]> =>
  tx.rows(
    `${reportedSql} where x.community_id = $2 and x.hidden_at is null
        and exists (select 1 from recognition.report o where o.thanks_id = x.id and o.answered_at is null)
      order by (select min(o.at) from recognition.report o where o.thanks_id = x.id and o.answered_at is null), x.id limit 20`,
    [viewerId, communityId],
  )
export const findReported = (tx: Tx, viewerId: string, thanksId: string): Promise<Reported | undefined> =>
  tx.row(`${reportedSql} where x.id = $2 for update of x`, [viewerId, thanksId])

export const answerReports = (tx: Tx, thanksId: string, by: string, now: Date): Promise<number> =>
  tx.run(
    'update recognition.report set answered_at = $3, answered_by = $2 where thanks_id = $1 and answered_at is null',
    [thanksId, by, now],
  )
export const hideThanks = (
  tx: Tx,
  thanksId: string,
  by: string,
  reason: string,
  now: Date,
): Promise<number> =>
  tx.run(
    'update recognition.thanks set hidden_at = $4, hidden_by = $2, hidden_reason = $3, wall_at = null where id = $1 and hidden_at is null',
    [thanksId, by, reason, now],
  )
/** Whoever runs a community and took no part in these thanks. */
export const listDeciders = async (tx: Tx, thanksId: string): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `select distinct r.member_id as id from recognition.thanks x
         join communities.community_role r on r.community_id = x.community_id and r.role in ('manager', 'moderator')
         join people.member m on m.id = r.member_id and m.state = 'active'
        where x.id = $1 and r.member_id not in (x.giver_id, x.receiver_id)
          and not exists (select 1 from recognition.report o where o.thanks_id = x.id and o.reporter_id = r.member_id)`,
      [thanksId],
    )
  ).map(({ id }) => id)
