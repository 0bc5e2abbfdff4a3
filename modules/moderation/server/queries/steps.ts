import type { MeasureKind, Quoted, Step } from '#modules/moderation/contract.ts'
import type { Tx } from '#platform/db/tx.ts'

const quoted = (article: Quoted | undefined) => [
  article?.number ?? null,
  article ? JSON.stringify(article.title) : null,
  article ? JSON.stringify(article.body) : null,
]

export const insertStep = (
  tx: Tx,
  row: {
    id: string
    caseId: string
    step: Step
    by: string
    to: string | null
    article: Quoted | undefined
    text: string | null
    at: Date
  },
): Promise<number> =>
  tx.run(
    `insert into moderation.step (id, case_id, step, by_member_id, to_member_id, article, article_title, article_body, text, at)
     values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8::jsonb, $9, $10)`,
    [row.id, row.caseId, row.step, row.by, row.to, ...quoted(row.article), row.text, row.at],
  )

export const setCorrectionClock = (tx: Tx, caseId: string, correctBy: Date): Promise<number> =>
  tx.run(`update moderation.case_file set correct_by = $2, corrected_at = null where id = $1`, [
    caseId,
    correctBy,
  ])

/** A peer: a member who reads there, neither the author nor one who reported, and not asked about this already. */
export const isAvailablePeer = async (tx: Tx, caseId: string, memberId: string): Promise<boolean> =>
  (await tx.row(
    `select 1 from moderation.case_file f
       join communities.membership m on m.community_id = f.community_id and m.member_id = $2
       join people.member p on p.id = m.member_id and p.state = 'active'
      where f.id = $1 and f.author_id <> $2
        and not exists (select 1 from moderation.report r where r.case_id = f.id and r.reporter_id = $2)
        and not exists (select 1 from moderation.step s where s.case_id = f.id and s.step = 'peer' and s.to_member_id = $2)`,
    [caseId, memberId],
  )) !== undefined

export interface PeerRequestRow {
  id: string
  caseId: string
  communityId: string
  postId: string
  commentId: string | null
  authorId: string
  byMemberId: string | null
}

/** A request to this peer that waits for their answer, on an open case. */
export const findPeerRequest = (
  tx: Tx,
  requestId: string,
  memberId: string,
): Promise<PeerRequestRow | undefined> =>
  tx.row<PeerRequestRow>(
    `select s.id, f.id as "caseId", f.community_id as "communityId", f.post_id as "postId", f.comment_id as "commentId",
            f.author_id as "authorId", s.by_member_id as "byMemberId"
       from moderation.step s join moderation.case_file f on f.id = s.case_id and f.closed_at is null
      where s.id = $1 and s.step = 'peer' and s.to_member_id = $2 and s.answered_at is null for update of s`,
    [requestId, memberId],
  )

export const setPeerAnswer = (
  tx: Tx,
  requestId: string,
  answer: 'wrote' | 'declined',
  at: Date,
): Promise<number> =>
  tx.run(`update moderation.step set answer = $2, answered_at = $3 where id = $1`, [requestId, answer, at])

export const insertMeasure = (
  tx: Tx,
  row: {
    id: string
    caseId: string
    kind: MeasureKind
    article: Quoted | undefined
    reason: string
    note: string | null
    days: number | null
    urgent: boolean
    by: string
    at: Date
  },
): Promise<number> =>
  tx.run(
    `insert into moderation.measure (id, case_id, kind, article, article_title, article_body, reason, note, days, urgent, proposed_by, proposed_at)
     values ($1, $2, $3, $4, $5::jsonb, $6::jsonb, $7, $8, $9, $10, $11, $12)`,
    [
      row.id,
      row.caseId,
      row.kind,
      ...quoted(row.article),
      row.reason,
      row.note,
      row.days,
      row.urgent,
      row.by,
      row.at,
    ],
  )

export const setMeasureDecision = (
  tx: Tx,
  row: {
    id: string
    by: string
    at: Date
    decision: 'confirmed' | 'declined'
    word: string | null
    endsAt: Date | null
  },
): Promise<number> =>
  tx.run(
    `update moderation.measure set decided_by = $2, decided_at = $3, decision = $4, word = $5, ends_at = $6 where id = $1`,
    [row.id, row.by, row.at, row.decision, row.word, row.endsAt],
  )

/** 0 when it was lifted already. */
export const setMeasureLifted = (tx: Tx, id: string, by: string, at: Date): Promise<number> =>
  tx.run(
    `update moderation.measure set lifted_at = $3, lifted_by = $2
      where id = $1 and decision = 'confirmed' and lifted_at is null`,
    [id, by, at],
  )

/** Measures of this case that still hold, beside one: they may keep the same text hidden or the same pause running. */
export const hasOtherHoldingMeasure = async (tx: Tx, measureId: string, now: Date): Promise<boolean> =>
  (await tx.row(
    `select 1 from moderation.measure x
       join moderation.case_file f on f.id = x.case_id
       join moderation.measure o on o.id <> x.id and o.decision = 'confirmed' and o.lifted_at is null
       join moderation.case_file g on g.id = o.case_id
      where x.id = $1 and case when x.kind = 'pause'
        then o.kind = 'pause' and o.ends_at > $2::timestamptz and g.community_id = f.community_id and g.author_id = f.author_id
        else o.kind <> 'pause' and g.post_id = f.post_id and g.comment_id is not distinct from f.comment_id end
      limit 1`,
    [measureId, now],
  )) !== undefined

/** 0 when there is an appeal already. */
export const insertAppeal = (
  tx: Tx,
  row: { measureId: string; words: string; toMediator: boolean; at: Date },
): Promise<number> =>
  tx.run(
    `insert into moderation.appeal (measure_id, words, to_mediator, at) values ($1, $2, $3, $4) on conflict do nothing`,
    [row.measureId, row.words, row.toMediator, row.at],
  )

export const findAppeal = (
  tx: Tx,
  measureId: string,
): Promise<{ decidedAt: Date | null; toMediator: boolean } | undefined> =>
  tx.row(
    `select decided_at as "decidedAt", to_mediator as "toMediator" from moderation.appeal where measure_id = $1 for update`,
    [measureId],
  )

export const setAppealDecision = (
  tx: Tx,
  row: { measureId: string; by: string; at: Date; decision: 'upheld' | 'overturned'; reasons: string },
): Promise<number> =>
  tx.run(
    `update moderation.appeal set decided_by = $2, decided_at = $3, decision = $4, reasons = $5 where measure_id = $1`,
    [row.measureId, row.by, row.at, row.decision, row.reasons],
  )
