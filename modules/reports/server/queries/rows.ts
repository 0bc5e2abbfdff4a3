import { isLevelSql } from '#modules/communities/public.ts'
import { memberCardSql } from '#modules/people/public.ts'
import type { Tx } from '#platform/db/tx.ts'

// Rows of an export, in batches by keyset. The caller manages the community. Deleted and hidden texts are not there;
// presence, reading and last activity of anybody never are.

export const batchRows = 500
const first = '00000000-0000-0000-0000-000000000000'
const longAgo = new Date(0)

type Row = Record<string, unknown>
/** Yields batches until one is not full. */
async function* batches<R extends Row>(read: (after: R | undefined) => Promise<R[]>): AsyncGenerator<R[]> {
  let last: R | undefined
  for (;;) {
    const rows = await read(last)
    if (rows.length > 0) yield rows
    if (rows.length < batchRows) return
    last = rows.at(-1)
  }
}

const nameSql = (alias: string) => `${memberCardSql(alias)}->>'displayName'`

export const eachPost = (tx: Tx, communityId: string) =>
  batches((after) =>
    tx.rows<Row>(
      `select p.id, p.kind, p.title, p.body_md as text, p.language, p.tags, ${nameSql('m')} as author,
              p.created_at as "createdAt", p.edited_at as "editedAt", p.answer_count as answers, p.comment_count as comments,
              p.reaction_counts as reactions, p.accepted_answer_id as "acceptedAnswerId"
         from discussions.post p join people.member m on m.id = p.author_id
        where p.community_id = $1 and p.deleted_at is null and p.id > $2::uuid order by p.id limit ${batchRows}`,
      [communityId, after?.['id'] ?? first],
    ),
  )

export const eachComment = (tx: Tx, communityId: string) =>
  batches((after) =>
    tx.rows<Row>(
      `select c.id, c.post_id as "postId", c.parent_id as "parentId", c.is_answer as "isAnswer", c.body_md as text, c.language,
              ${nameSql('m')} as author, c.created_at as "createdAt", c.edited_at as "editedAt", c.reaction_counts as reactions
         from discussions.comment c
         join discussions.post p on p.id = c.post_id and p.deleted_at is null
         join people.member m on m.id = c.author_id
        where c.community_id = $1 and c.deleted_at is null and (c.created_at, c.id) > ($2, $3::uuid)
        order by c.created_at, c.id limit ${batchRows}`,
      [communityId, after?.['createdAt'] ?? longAgo, after?.['id'] ?? first],
    ),
  )

/** Fewer at once: their texts are long. */
const pageRows = 50
export async function* eachPage(tx: Tx, communityId: string): AsyncGenerator<Row[]> {
  let after: unknown = first
  for (;;) {
    const rows = await tx.rows<Row>(
      `select p.id, p.title, p.language, p.tags, p.version, p.body_md as text, ${nameSql('o')} as owner,
              array(select ${nameSql('am')} from knowledge.page_author a join people.member am on am.id = a.member_id
                     where a.page_id = p.id order by a.at) as authors,
              to_char(p.review_on, 'YYYY-MM-DD') as "reviewOn",
              exists (select 1 from knowledge.page_withdrawal w where w.page_id = p.id) as "isWithdrawn",
              p.created_at as "createdAt", p.changed_at as "changedAt"
         from knowledge.page p left join people.member o on o.id = p.owner_id
        where p.community_id = $1 and p.deleted_at is null and p.id > $2::uuid order by p.id limit ${pageRows}`,
      [communityId, after],
    )
    if (rows.length > 0) yield rows
    if (rows.length < pageRows) return
    after = rows.at(-1)!['id']
  }
}

/** Organisers by name; of those who come, how many. Links that only attendees see stay with them. */
export const eachGathering = (tx: Tx, communityId: string) =>
  batches((after) =>
    tx.rows<Row>(
      `select g.id, g.title, g.description_md as text, g.mode, g.place, case when not g.link_for_attendees then g.link end as link,
              g.starts_at as "startsAt", g.ends_at as "endsAt", g.timezone, g.revision, g.changed_at as "changedAt",
              array(select ${nameSql('om')} from gatherings.organiser o join people.member om on om.id = o.member_id
                     where o.gathering_id = g.id order by om.id) as organisers,
              (select count(*)::int from gatherings.answer a where a.gathering_id = g.id and a.attends = 'onSite') as "comingOnSite",
              (select count(*)::int from gatherings.answer a where a.gathering_id = g.id and a.attends = 'remote') as "comingRemote",
              exists (select 1 from gatherings.cancellation x where x.gathering_id = g.id) as "isCancelled"
         from gatherings.gathering g
        where g.community_id = $1 and g.id > $2::uuid order by g.id limit ${batchRows}`,
      [communityId, after?.['id'] ?? first],
    ),
  )

/** What the list of members shows to everybody in it: name, roles, the month they joined, entity. */
export const eachMember = (tx: Tx, communityId: string) =>
  batches((after) =>
    tx.rows<Row>(
      `select m.id, card->>'displayName' as name, card->>'kind' as kind, card->>'entityName' as entity,
              array(select r.role from communities.community_role r
                     where r.community_id = j.community_id and r.member_id = m.id order by r.role) as roles,
              to_char(j.joined_at at time zone 'UTC', 'YYYY-MM') as "joinedMonth"
         from communities.membership j
         join people.member m on m.id = j.member_id
        cross join lateral (select ${memberCardSql('m', isLevelSql('$1'))}) as one (card)
        where j.community_id = $1 and m.state = 'active' and m.id > $2::uuid order by m.id limit ${batchRows}`,
      [communityId, after?.['id'] ?? first],
    ),
  )

export const listMemberIds = async (tx: Tx, communityId: string): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `select j.member_id as id from communities.membership j join people.member m on m.id = j.member_id and m.state = 'active'
        where j.community_id = $1 order by j.member_id`,
      [communityId],
    )
  ).map(({ id }) => id)

export const findCommunity = (
  tx: Tx,
  communityId: string,
): Promise<{ slug: string; name: Record<string, string> } | undefined> =>
  tx.row(`select slug, name from communities.community where id = $1`, [communityId])
