import { communityRefSql, seeableCommunitySql } from '#modules/communities/public.ts'
import { memberCardSql } from '#modules/people/public.ts'
import type { Wish } from '#modules/lifecycle/contract.ts'
import { exactInstantSql, instantSql } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'

/** How many supporters a wish shows by face; the rest is a number. */
const faces = 12

/** A Wish over row `w` for viewer `$1`, an employee. Supporters in the order in which they came: nobody is ranked. */
const columns = `
  w.id, w.subject, w.problem, w.who_talks as "whoTalks", ${instantSql('w.at')} as at,
  case when w.is_named then (select ${memberCardSql('p')} from people.member p where p.id = w.member_id) end as by,
  w.member_id = $1::uuid as "isMine",
  (select coalesce(jsonb_agg(s.card order by s.at, s.id), '[]') from (
     select ${memberCardSql('p')} as card, ws.at, p.id from lifecycle.wish_support ws join people.member p on p.id = ws.member_id
      where ws.wish_id = w.id order by ws.at, p.id limit ${faces}) s) as supporters,
  (select count(*)::int from lifecycle.wish_support ws where ws.wish_id = w.id) as "supporterCount",
  exists (select 1 from lifecycle.wish_support ws where ws.wish_id = w.id and ws.member_id = $1::uuid) as "isSupported",
  w.outcome, w.word,
  (select ${communityRefSql('c')} from communities.community c
    where c.id = w.community_id and ${seeableCommunitySql('c', '$1::uuid', 'true')}) as community`

export const listWishes = (
  tx: Tx,
  input: { memberId: string; settled: boolean; after: (string | number | null)[]; limit: number },
): Promise<(Wish & { key: string })[]> =>
  tx.rows(
    `select ${columns}, ${exactInstantSql('w.at')} as key from lifecycle.wish w
      where (w.outcome is not null) = $2 and ($3::timestamptz is null or (w.at, w.id) < ($3::timestamptz, $4::uuid))
      order by w.at desc, w.id desc limit $5`,
    [input.memberId, input.settled, ...input.after, input.limit],
  )

export const findWish = (tx: Tx, memberId: string, id: string): Promise<Wish | undefined> =>
  tx.row(`select ${columns} from lifecycle.wish w where w.id = $2`, [memberId, id])

/** Open wishes whose words resemble these, accents and case aside. */
export const listSimilarWishes = (tx: Tx, memberId: string, q: string): Promise<Wish[]> =>
  tx.rows(
    `select ${columns} from lifecycle.wish w
      where w.outcome is null and (people.fold($2) <% people.fold(w.subject) or people.fold(w.subject) <% people.fold($2))
      order by word_similarity(people.fold($2), people.fold(w.subject)) desc, w.id desc limit 5`,
    [memberId, q],
  )

/** Communities that the viewer may know of, whose name or purpose resembles these words. */
export const listSimilarCommunities = (
  tx: Tx,
  memberId: string,
  q: string,
): Promise<{ community: NonNullable<Wish['community']>; purpose: { fr?: string; en?: string } }[]> =>
  tx.rows(
    `select community, purpose from (
       select ${communityRefSql('c')} as community, c.purpose, c.id,
              greatest(word_similarity(people.fold($2), t.words), word_similarity(t.words, people.fold($2))) as score
         from communities.community c
         cross join lateral (select people.fold(concat_ws(' ', c.name ->> 'fr', c.name ->> 'en', c.purpose ->> 'fr', c.purpose ->> 'en')) as words) t
        where c.stage <> 'archived' and ${seeableCommunitySql('c', '$1::uuid', 'true')}
          and (people.fold($2) <% t.words
               or exists (select 1 from regexp_split_to_table(people.fold($2), '[^[:alnum:]]+') as word
                           where length(word) > 4 and word <% t.words))) found
      order by score desc, id desc limit 5`,
    [memberId, q],
  )

export const insertWish = (
  tx: Tx,
  row: {
    id: string
    memberId: string
    subject: string
    problem: string | null
    whoTalks: string | null
    at: Date
  },
): Promise<number> =>
  tx.run(
    `insert into lifecycle.wish (id, member_id, subject, problem, who_talks, at) values ($1, $2, $3, $4, $5, $6)`,
    [row.id, row.memberId, row.subject, row.problem, row.whoTalks, row.at],
  )

export const deleteOwnWish = (tx: Tx, id: string, memberId: string): Promise<number> =>
  tx.run('delete from lifecycle.wish where id = $1 and member_id = $2 and outcome is null', [id, memberId])

export const insertSupport = (tx: Tx, wishId: string, memberId: string, at: Date): Promise<number> =>
  tx.run(
    'insert into lifecycle.wish_support (wish_id, member_id, at) values ($1, $2, $3) on conflict do nothing',
    [wishId, memberId, at],
  )

export const deleteSupport = (tx: Tx, wishId: string, memberId: string): Promise<number> =>
  tx.run('delete from lifecycle.wish_support where wish_id = $1 and member_id = $2', [wishId, memberId])

/** Once: 0 when it was settled before. */
export const settleWish = (
  tx: Tx,
  row: { id: string; outcome: string; communityId: string; word: string | null; by: string; at: Date },
): Promise<number> =>
  tx.run(
    `update lifecycle.wish set outcome = $2, community_id = $3, word = $4, settled_by = $5, settled_at = $6
      where id = $1 and outcome is null`,
    [row.id, row.outcome, row.communityId, row.word, row.by, row.at],
  )

/** Whoever wished and whoever supports. */
export const listWishers = async (tx: Tx, wishId: string): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `select p.id from people.member p where p.state = 'active' and p.kind = 'employee'
          and (p.id in (select member_id from lifecycle.wish_support where wish_id = $1)
               or p.id = (select member_id from lifecycle.wish where id = $1))`,
      [wishId],
    )
  ).map(({ id }) => id)

/** Those who support it by name: whom an opportunity invites. */
export const listSupporters = async (tx: Tx, wishId: string): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `select p.id from lifecycle.wish_support s join people.member p on p.id = s.member_id and p.state = 'active' and p.kind = 'employee'
        where s.wish_id = $1 order by s.at, p.id`,
      [wishId],
    )
  ).map(({ id }) => id)
