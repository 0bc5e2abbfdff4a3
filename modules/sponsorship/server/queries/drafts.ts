import { communityRefSql, readableCommunitySql } from '#modules/communities/public.ts'
import type { CommunityRef } from '#modules/communities/contract.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { memberCardSql } from '#modules/people/public.ts'
import type { Delegation, HandedQuestion, PreparedDraft } from '#modules/sponsorship/contract.ts'
import { instantSql } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'

const delegationSql = `select g.id, ${memberCardSql('s')} as sponsor, ${memberCardSql('d')} as delegate, ${instantSql('g.since')} as since,
         g.sponsor_id as "sponsorId", g.delegate_id as "delegateId"
    from sponsorship.delegation g
    join people.member s on s.id = g.sponsor_id join people.member d on d.id = g.delegate_id`

export type DelegationRow = Delegation & { sponsorId: string; delegateId: string }

/** Standing delegations of one person, given or received. */
export const listDelegations = (tx: Tx, memberId: string): Promise<DelegationRow[]> =>
  tx.rows(
    `${delegationSql} where g.ended_at is null and $1 in (g.sponsor_id, g.delegate_id) order by g.since`,
    [memberId],
  )
export const findDelegation = (tx: Tx, id: string): Promise<DelegationRow | undefined> =>
  tx.row(`${delegationSql} where g.id = $1 and g.ended_at is null`, [id])
/** False when it stands already. */
export const insertDelegation = async (
  tx: Tx,
  one: { id: string; sponsorId: string; delegateId: string; now: Date },
): Promise<boolean> =>
  (await tx.run(
    `insert into sponsorship.delegation (id, sponsor_id, delegate_id, since) values ($1, $2, $3, $4) on conflict do nothing`,
    [one.id, one.sponsorId, one.delegateId, one.now],
  )) > 0
/** Ends it; what was not published goes with it. */
export const endDelegation = (tx: Tx, id: string, now: Date): Promise<number> =>
  tx.run(
    `with gone as (delete from sponsorship.draft where delegation_id = $1 and published_at is null)
     update sponsorship.delegation set ended_at = $2 where id = $1 and ended_at is null`,
    [id, now],
  )

/** The delegate of each of these sponsors; the longest standing one where there are several. */
export const listDelegates = async (
  tx: Tx,
  sponsorIds: readonly string[],
): Promise<Map<string, MemberCard>> =>
  new Map(
    (
      await tx.rows<{ sponsorId: string; delegate: MemberCard }>(
        `select distinct on (d.sponsor_id) d.sponsor_id as "sponsorId", ${memberCardSql('m')} as delegate
           from sponsorship.delegation d join people.member m on m.id = d.delegate_id
          where d.sponsor_id = any($1::uuid[]) and d.ended_at is null order by d.sponsor_id, d.since`,
        [sponsorIds],
      )
    ).map(({ sponsorId, delegate }) => [sponsorId, delegate]),
  )

export type DraftRow = PreparedDraft & { sponsorId: string; delegateId: string; communityId: string }

const draftSql = (viewer: string): string => `
  select d.id, g.id as "delegationId", ${memberCardSql('s')} as sponsor, ${memberCardSql('w')} as delegate, ${communityRefSql('c')} as community,
         case when q.id is not null then jsonb_build_object('id', q.id, 'title', q.title, 'kind', q.kind) end as post,
         d.title, d.body_md as "bodyMd", d.language, ${instantSql('d.changed_at')} as "changedAt",
         g.sponsor_id = ${viewer} as "mayPublish", g.sponsor_id as "sponsorId", g.delegate_id as "delegateId", c.id as "communityId"
    from sponsorship.draft d
    join sponsorship.delegation g on g.id = d.delegation_id and g.ended_at is null
    join people.member s on s.id = g.sponsor_id join people.member w on w.id = g.delegate_id
    join communities.community c on c.id = d.community_id
    left join discussions.post q on q.id = d.post_id
   where d.published_at is null and ${viewer} in (g.sponsor_id, g.delegate_id)
     and ${readableCommunitySql('c', viewer, 'true')}`

/** Drafts that somebody may see: as the sponsor or as the delegate, where they still read the community. */
export const listDrafts = (tx: Tx, memberId: string): Promise<DraftRow[]> =>
  tx.rows(`${draftSql('$1::uuid')} order by d.changed_at desc, d.id desc limit 50`, [memberId])
export const findDraftToChange = async (
  tx: Tx,
  memberId: string,
  id: string,
): Promise<DraftRow | undefined> =>
  (await tx.run('select id from sponsorship.draft where id = $1 for update', [id])) === 0
    ? undefined
    : tx.row(`${draftSql('$1::uuid')} and d.id = $2`, [memberId, id])

export const insertDraft = (
  tx: Tx,
  one: {
    id: string
    delegationId: string
    communityId: string
    postId: string | null
    title: string | null
    bodyMd: string
    language: string
    by: string
    now: Date
  },
): Promise<number> =>
  tx.run(
    `insert into sponsorship.draft (id, delegation_id, community_id, post_id, title, body_md, language, changed_at, changed_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      one.id,
      one.delegationId,
      one.communityId,
      one.postId,
      one.title,
      one.bodyMd,
      one.language,
      one.now,
      one.by,
    ],
  )
export const updateDraft = (
  tx: Tx,
  one: { id: string; title: string | null; bodyMd: string; by: string; now: Date },
): Promise<number> =>
  tx.run(
    'update sponsorship.draft set title = $2, body_md = $3, changed_by = $4, changed_at = $5 where id = $1',
    [one.id, one.title, one.bodyMd, one.by, one.now],
  )
export const deleteDraft = (tx: Tx, id: string): Promise<number> =>
  tx.run('delete from sponsorship.draft where id = $1 and published_at is null', [id])
export const setPublished = (tx: Tx, id: string, now: Date): Promise<number> =>
  tx.run('update sponsorship.draft set published_at = $2 where id = $1', [id, now])

export const insertPrepared = (
  tx: Tx,
  one: { postId: string; commentId: string | null; sponsorId: string; delegateId: string; now: Date },
): Promise<number> =>
  tx.run(
    `insert into sponsorship.prepared (post_id, comment_id, sponsor_id, delegate_id, at) values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [one.postId, one.commentId, one.sponsorId, one.delegateId, one.now],
  )
/** With whom a text was prepared; undefined for all others. */
export const findPrepared = (
  tx: Tx,
  postId: string,
  commentId: string | null,
): Promise<{ name: string } | undefined> =>
  tx.row(
    `select m.display_name as name from sponsorship.prepared p join people.member m on m.id = p.delegate_id
      where p.post_id = $1 and p.comment_id is not distinct from $2::uuid`,
    [postId, commentId],
  )

/** Questions handed to these sponsors that nobody has answered for them, the newest first; where the viewer may read. */
export const listHanded = (
  tx: Tx,
  sponsorIds: readonly string[],
  viewerId: string,
): Promise<(HandedQuestion & { sponsorId: string })[]> =>
  tx.rows(
    `select h.id, h.sponsor_id as "sponsorId", p.id as "postId", p.title, p.excerpt, p.language, ${communityRefSql('c')} as community,
            case when b.id is not null then ${memberCardSql('b')} end as by, h.word, ${instantSql('h.at')} as at,
            (select d.id from sponsorship.draft d join sponsorship.delegation g on g.id = d.delegation_id and g.ended_at is null
              where d.post_id = p.id and g.sponsor_id = h.sponsor_id and d.published_at is null order by d.changed_at desc limit 1) as "draftId"
       from sponsorship.hand h
       join discussions.post p on p.id = h.post_id and p.deleted_at is null
       join communities.community c on c.id = p.community_id
       left join people.member b on b.id = h.by_member_id
      where h.sponsor_id = any($1::uuid[]) and h.declined_at is null and ${readableCommunitySql('c', '$2::uuid', 'true')}
        and not exists (select 1 from discussions.comment k where k.post_id = p.id and k.author_id = h.sponsor_id and k.created_at >= h.at and k.deleted_at is null)
      order by h.at desc limit 50`,
    [sponsorIds, viewerId],
  )
export const insertHand = async (
  tx: Tx,
  one: { id: string; sponsorId: string; postId: string; by: string; word: string | null; now: Date },
): Promise<boolean> =>
  (await tx.run(
    `insert into sponsorship.hand (id, sponsor_id, post_id, by_member_id, word, at) values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [one.id, one.sponsorId, one.postId, one.by, one.word, one.now],
  )) > 0
export const declineHand = (tx: Tx, id: string, sponsorId: string, now: Date): Promise<number> =>
  tx.run('update sponsorship.hand set declined_at = $3 where id = $1 and sponsor_id = $2', [
    id,
    sponsorId,
    now,
  ])

/** Communities that somebody takes part in, to choose where a draft is for. */
export const listOwnCommunities = (tx: Tx, memberId: string): Promise<CommunityRef[]> =>
  tx
    .rows<{ ref: CommunityRef }>(
      `select ${communityRefSql('c')} as ref from communities.membership j join communities.community c on c.id = j.community_id
        where j.member_id = $1 and c.stage <> 'archived' order by c.slug limit 50`,
      [memberId],
    )
    .then((rows) => rows.map(({ ref }) => ref))
