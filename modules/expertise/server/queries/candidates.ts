import type { MemberCard } from '#modules/people/contract.ts'
import { memberCardSql } from '#modules/people/public.ts'
import type { Tx } from '#platform/db/tx.ts'

/** Words of a text in its language, without accents; `subject` is read in both languages. */
const config = (language: string): string =>
  `case when ${language} = 'en' then 'pg_catalog.english'::regconfig else 'pg_catalog.french'::regconfig end`

/**
 * How many answered questions before this one speak for it. With a half-life of forty questions (choose.ts) the
 * 320th weighs 0.4 %: reading further would change nothing but the cost.
 */
const nearest = 320

export interface EvidenceRow {
  postId: string
  kind: 'declared' | 'expert' | 'near' | 'asker'
  /** Who it speaks for: one person, or everybody who answered that question. For `asker`, who asked on this subject. */
  memberIds: string[]
  /** Of those, who was accepted. */
  acceptedId: string | null
  subject: string | null
  isConfirmed: boolean
  /** Resemblance of the texts, 0 to 1 (cosine over words weighted by rarity). */
  similarity: number
  /** Questions of the community between the two. */
  distance: number
  /** Within the last eighteen months, which is what counts for z. */
  isRecent: boolean
}

/**
 * Everything that speaks for somebody, for several questions of one community, as it was at `now`: nothing written
 * later is read (the evaluation asks the past with this very statement). One statement; some 320 short texts.
 */
export function listEvidence(
  tx: Tx,
  communityId: string,
  postIds: readonly string[],
  now: Date,
): Promise<EvidenceRow[]> {
  return tx.rows(
    `with target as materialized (
       select p.id, p.author_id, p.created_at, p.title, p.excerpt, p.tags, p.language,
              to_tsvector(${config('p.language')}, people.fold(coalesce(p.title, '') || ' ' || array_to_string(p.tags, ' '))) as words
         from discussions.post p where p.id = any($2) and p.community_id = $1),
     past as materialized (
       select p.id, p.author_id, p.created_at, p.title, p.excerpt, p.tags, p.language,
              row_number() over (order by p.created_at desc, p.id desc) as distance
         from discussions.post p
        where p.community_id = $1 and p.kind = 'question' and p.deleted_at is null
          and p.created_at <= $3 and p.created_at > $3::timestamptz - interval '3 years'
        order by p.created_at desc, p.id desc limit ${nearest}),
     text as (
       select id, title, excerpt, tags, language from target union select id, title, excerpt, tags, language from past),
     word as materialized (
       select id, lexeme, max(weight) as weight from (
         select id, unnest(tsvector_to_array(to_tsvector(${config('language')}, people.fold(coalesce(title, ''))))) as lexeme, 2 as weight from text
         union all
         select id, unnest(tsvector_to_array(to_tsvector(${config('language')}, people.fold(excerpt)))), 1 from text
         union all
         select id, '#' || lower(unnest(tags)), 2 from text) as found
        group by id, lexeme),
     rarity as (select lexeme, ln((select count(*) from text)::float8 / count(*)) as value from word group by lexeme),
     vector as materialized (select w.id, w.lexeme, w.weight * r.value as value from word w join rarity r using (lexeme)),
     norm as (select id, greatest(sqrt(sum(value * value)), 1e-9) as value from vector group by id),
     resemblance as (
       select t.id as post_id, v.id as past_id, sum(tv.value * v.value) / (min(tn.value) * min(vn.value)) as value
         from target t join vector tv on tv.id = t.id join vector v on v.lexeme = tv.lexeme and v.id <> t.id
         join norm tn on tn.id = t.id join norm vn on vn.id = v.id
        group by t.id, v.id),
     answer as materialized (
       select k.post_id, array_agg(distinct k.author_id) as member_ids,
              (array_agg(k.author_id) filter (where k.id = a.comment_id))[1] as accepted_id
         from past q join discussions.comment k on k.post_id = q.id and k.is_answer and k.deleted_at is null
                      and k.created_at <= $3 and k.author_id <> q.author_id
         left join discussions.acceptance a on a.post_id = q.id and a.at <= $3
        group by k.post_id),
     near as (
       select t.id as post_id, q.*, coalesce(r.value, 0) as similarity,
              (select tag from unnest(q.tags) tag where lower(tag) in (select lower(own) from unnest(t.tags) own) limit 1) as subject
         from target t join past q on q.id <> t.id left join resemblance r on r.post_id = t.id and r.past_id = q.id)
     select n.post_id as "postId", 'near' as kind, a.member_ids as "memberIds", a.accepted_id as "acceptedId", n.subject,
            false as "isConfirmed", n.similarity, n.distance::int as distance,
            n.created_at > $3::timestamptz - interval '18 months' as "isRecent"
       from near n join answer a on a.post_id = n.id
     union all
     select n.post_id, 'asker', array[n.author_id], null, n.subject, false, n.similarity, n.distance::int, true
       from near n where n.subject is not null and n.created_at > $3::timestamptz - interval '18 months'
     union all
     select t.id, 'expert', array[r.member_id], null, null, false, 0, 0, true
       from target t join communities.community_role r on r.community_id = $1 and r.role = 'expert'
     union all
     -- The words of the question find the people through the index of names and subjects; the subject as a whole decides.
     select t.id, 'declared', array[m.id], null, min(skill.label),
            bool_or(exists (select 1 from expertise.confirmation c
                             where c.member_id = m.id and c.skill_key = people.fold(skill.label) and c.hidden_at is null and c.at <= $3)), 0, 0, true
       from target t
       cross join lateral (
         select distinct m.id, m.ask_me_about from unnest(tsvector_to_array(t.words)) lexeme
           join people.member m on m.search_text like '%' || replace(replace(replace(lexeme, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'
          where length(lexeme) > 2 and m.ask_me_about <> '{}') m
       join communities.membership ms on ms.community_id = $1 and ms.member_id = m.id
       cross join lateral unnest(m.ask_me_about) as skill (label)
      where length(skill.label) > 2 and t.words @@ phraseto_tsquery(${config('t.language')}, people.fold(skill.label))
      group by t.id, m.id`,
    [communityId, postIds, now],
  )
}

export interface CandidateRow {
  member: MemberCard
  /** Requests of the last seven days that hold a place; a "not this time" holds none. */
  takenThisWeek: number
  /** As shown to whoever asks: all of them, so that nobody reads a refusal out of the number. */
  askedThisWeek: number
  askedThisMonth: number
  /** Days since their last text here; null: none. */
  silentDays: number | null
  /** Questions of this call that they were already asked about. */
  askedAbout: string[]
  isAuthor: string[]
}

/**
 * Of these people, those who may be asked now: active, in the community, who did not opt out and are not away on that
 * day where they are. One statement.
 */
export function listAskable(
  tx: Tx,
  communityId: string,
  memberIds: readonly string[],
  postIds: readonly string[],
  now: Date,
): Promise<CandidateRow[]> {
  return tx.rows(
    `select ${memberCardSql('m')} as member,
            coalesce(load.taken, 0) as "takenThisWeek", coalesce(load.week, 0) as "askedThisWeek", coalesce(load.month, 0) as "askedThisMonth",
            extract(epoch from $4 - greatest(
              (select k.created_at from discussions.comment k where k.author_id = m.id and k.community_id = $1 and k.created_at <= $4
                order by k.created_at desc limit 1),
              (select p.created_at from discussions.post p where p.author_id = m.id and p.community_id = $1 and p.created_at <= $4
                order by p.created_at desc limit 1)))::float8 / 86400 as "silentDays",
            array(select a.post_id from expertise.ask a where a.to_member_id = m.id and a.post_id = any($3)) as "askedAbout",
            array(select p.id from discussions.post p where p.id = any($3) and p.author_id = m.id) as "isAuthor"
       from people.member m
       join communities.membership ms on ms.member_id = m.id and ms.community_id = $1
       left join lateral (
         select count(*) filter (where a.declined_at is null and a.at > $4::timestamptz - interval '7 days')::int as taken,
                count(*) filter (where a.at > $4::timestamptz - interval '7 days')::int as week, count(*)::int as month
           from expertise.ask a where a.to_member_id = m.id and a.at > $4::timestamptz - interval '30 days' and a.at <= $4) load on true
      where m.id = any($2) and m.state = 'active'
        and not exists (select 1 from expertise.opt_out o where o.member_id = m.id and o.what = 'questions')
        and not exists (select 1 from expertise.absence away where away.member_id = m.id
                          and ($4 at time zone coalesce(m.timezone, 'Europe/Paris'))::date between away.starts_on and away.ends_on)`,
    [communityId, memberIds, postIds, now],
  )
}
