import type { Audience } from '#modules/newsletters/shapes.ts'
import type { IssueCard } from '#modules/newsletters/shapes.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { LocalText } from '#platform/shared/local-text.ts'
import { instantSql, exactInstantSql } from '#platform/db/keyset.ts'
import { readableIssueSql } from '../access.ts'

/** An IssueCard as jsonb, over issue `i` of newsletter `n`. */
export const issueCardSql = `jsonb_build_object('id', i.id, 'newsletterId', n.id, 'newsletterName', n.name, 'title', i.title,
  'state', i.state, 'at', ${instantSql('coalesce(i.started_at, i.scheduled_for, i.created_at)')})`

export const listArchive = (
  tx: Tx,
  viewer: [string, boolean],
  q: { newsletterId: string | null; after: (string | number | null)[]; limit: number },
): Promise<(IssueCard & { cursor: string })[]> =>
  tx.rows(
    `select i.id, n.id as "newsletterId", n.name as "newsletterName", i.title, i.state,
            ${instantSql('i.started_at')} as at, ${exactInstantSql('i.started_at')} as cursor
       from newsletters.issue i join newsletters.newsletter n on n.id = i.newsletter_id
      where (${readableIssueSql}) and ($3::uuid is null or n.id = $3::uuid)
        and ($4::timestamptz is null or (i.started_at, i.id) < ($4::timestamptz, $5::uuid))
      order by i.started_at desc, i.id desc limit $6`,
    [...viewer, q.newsletterId, q.after[0], q.after[1], q.limit + 1],
  )

export const insertIssue = (
  tx: Tx,
  row: {
    id: string
    newsletterId: string
    title: LocalText
    audience: Audience
    memberId: string | null
    now: Date
  },
): Promise<number> =>
  tx.run(
    `insert into newsletters.issue (id, newsletter_id, title, state, audience, created_by, created_at, changed_by, changed_at)
     values ($1, $2, $3, 'draft', $4, $5, $6, $5, $6)`,
    [
      row.id,
      row.newsletterId,
      JSON.stringify(row.title),
      JSON.stringify(row.audience),
      row.memberId,
      row.now,
    ],
  )

export const findLatestAudience = async (tx: Tx, newsletterId: string): Promise<Audience | undefined> =>
  (
    await tx.row<{ audience: Audience }>(
      `select audience from newsletters.issue where newsletter_id = $1 order by created_at desc limit 1`,
      [newsletterId],
    )
  )?.audience

export const updateIssue = (
  tx: Tx,
  row: {
    id: string
    base: number
    title: LocalText
    audience: Audience
    localDeadline: string | null
    memberId: string
    now: Date
  },
): Promise<number> =>
  tx.run(
    `update newsletters.issue set title = $3, audience = $4, local_deadline = $5, changed_by = $6, changed_at = $7, version = version + 1
      where id = $1 and version = $2 and state = 'draft'`,
    [
      row.id,
      row.base,
      JSON.stringify(row.title),
      JSON.stringify(row.audience),
      row.localDeadline,
      row.memberId,
      row.now,
    ],
  )

export const deleteDraft = (tx: Tx, id: string): Promise<number> =>
  tx.run(`delete from newsletters.issue where id = $1 and state = 'draft'`, [id])

export const setScheduled = (tx: Tx, id: string, at: Date): Promise<number> =>
  tx.run(
    `update newsletters.issue set state = 'scheduled', scheduled_for = $2 where id = $1 and state = 'draft'`,
    [id, at],
  )

export const setUnscheduled = (tx: Tx, id: string): Promise<number> =>
  tx.run(
    `update newsletters.issue set state = 'draft', scheduled_for = null where id = $1 and state = 'scheduled'`,
    [id],
  )

/** Its time has come; false where it was taken back. */
export const setStarted = async (tx: Tx, id: string, now: Date): Promise<boolean> =>
  (await tx.run(
    `update newsletters.issue set state = 'sending', started_at = $2 where id = $1 and state = 'scheduled'`,
    [id, now],
  )) > 0

export const setFinished = (tx: Tx, id: string, state: 'sent' | 'stopped', now: Date): Promise<number> =>
  tx.run(`update newsletters.issue set state = $2, finished_at = $3 where id = $1 and state = 'sending'`, [
    id,
    state,
    now,
  ])

export const countTests = (tx: Tx, id: string, n: number): Promise<number> =>
  tx.run('update newsletters.issue set tests = tests + $2 where id = $1 and tests + $2 <= 100', [id, n])

export const listEditionNames = async (tx: Tx, newsletterId: string): Promise<Map<string, string>> =>
  new Map(
    (
      await tx.rows<{ id: string; name: string }>(
        'select id, name from newsletters.edition where newsletter_id = $1',
        [newsletterId],
      )
    ).map(({ id, name }) => [id, name]),
  )

export const setRefusal = (
  tx: Tx,
  newsletterId: string,
  memberId: string,
  refuses: boolean,
  now: Date,
): Promise<number> =>
  refuses
    ? tx.run(
        `insert into newsletters.refusal (newsletter_id, member_id, at)
         select n.id, $2, $3 from newsletters.newsletter n where n.id = $1 on conflict do nothing`,
        [newsletterId, memberId, now],
      )
    : tx.run('delete from newsletters.refusal where newsletter_id = $1 and member_id = $2', [
        newsletterId,
        memberId,
      ])
