import type { KindState } from '#modules/kinds/contract.ts'
import { instantSql } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { CommunityKind } from '#modules/communities/contract.ts'

export type StateRow = Omit<KindState, 'nextValueDue' | 'hasIndicator'> & {
  posts: number
  pages: number
  gatherings: number
  members: number
  timezone: string
}

/** What a community has of what kinds bring, in one statement. */
export const readState = async (tx: Tx, communityId: string): Promise<StateRow> =>
  (await tx.row<StateRow>(
    `select (select count(*)::int from kinds.step s where s.community_id = c.id and s.put_away_at is null) as steps,
            (select count(*)::int from kinds.placement pl join discussions.post p on p.id = pl.post_id and p.deleted_at is null
              where pl.community_id = c.id) as placed,
            (select count(*)::int from kinds.programme_step s where s.community_id = c.id and s.put_away_at is null) as "programmeSteps",
            (select count(*)::int from kinds.decision d where d.community_id = c.id and d.withdrawn_at is null) as decisions,
            to_char(c.ends_on, 'YYYY-MM-DD') as "endsOn",
            array(select distinct r.role from communities.community_role r where r.community_id = c.id order by 1) as "rolesFilled",
            c.partners_admitted as "partnersAdmitted",
            (select count(*)::int from discussions.post p where p.community_id = c.id and p.deleted_at is null) as posts,
            (select count(*)::int from knowledge.page p where p.community_id = c.id and p.deleted_at is null) as pages,
            (select count(*)::int from gatherings.gathering g where g.community_id = c.id) as gatherings,
            c.member_count as members,
            coalesce(s.timezone, o.timezone, 'Europe/Paris') as timezone
       from communities.community c
       left join people.site s on s.id = c.site_id left join people.organisation o on true
      where c.id = $1`,
    [communityId],
  ))!

export interface KindChangeRow {
  id: string
  from: CommunityKind
  to: CommunityKind
  why: string | null
  at: string
}
export const listKindChanges = (tx: Tx, communityId: string): Promise<KindChangeRow[]> =>
  tx.rows<KindChangeRow>(
    `select id, from_kind as "from", to_kind as "to", why, ${instantSql('changed_at')} as at
       from kinds.kind_change where community_id = $1 order by changed_at desc, id desc limit 20`,
    [communityId],
  )

export const insertKindChange = (
  tx: Tx,
  row: {
    id: string
    communityId: string
    from: string
    to: string
    why: string | null
    by: string | null
    at: Date
  },
): Promise<number> =>
  tx.run(
    `insert into kinds.kind_change (id, community_id, from_kind, to_kind, why, changed_by, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [row.id, row.communityId, row.from, row.to, row.why, row.by, row.at],
  )

/** Keeps two changes of the kind of one community apart. @returns the kind as it is now */
export const lockKind = async (tx: Tx, communityId: string): Promise<CommunityKind> =>
  (await tx.row<{ kind: CommunityKind }>(
    `select kind from communities.community where id = $1 for no key update`,
    [communityId],
  ))!.kind

export const findReviewEnd = async (tx: Tx, communityId: string): Promise<string | null> =>
  (
    await tx.row<{ at: string | null }>(
      `select ${instantSql('finished_at')} as at from kinds.closing_review where community_id = $1`,
      [communityId],
    )
  )?.at ?? null

export const findKindOf = async (tx: Tx, communityId: string): Promise<CommunityKind> =>
  (await tx.row<{ kind: CommunityKind }>(`select kind from communities.community where id = $1`, [
    communityId,
  ]))!.kind
