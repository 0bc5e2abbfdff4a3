/**
 * The limit: what one statement per request can do on these tables, session, permission, unread flags and JSON all
 * inside it. Written apart from the product's own statements, so that a product that becomes slower shows.
 * `$1` is always the hash of the session's token.
 */
const viewer = `
  me as materialized (
    select m.id, m.kind = 'employee' as is_employee from people.session s join people.member m on m.id = s.member_id and m.state = 'active'
     where s.token_hash = $1 and s.expires_at > now())`
const instant = (at: string): string => `to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
const community = `json_build_object('id', c.id, 'slug', c.slug, 'name', c.name, 'kind', c.kind, 'visibility', c.visibility,
  'accent', c.accent, 'partnersAdmitted', c.partners_admitted)`
const card = (m: string): string =>
  `json_build_object('id', ${m}.id, 'displayName', ${m}.display_name, 'photoUrl', '/api/v1/members/' || ${m}.id || '/photo/' || ${m}.photo_blob_id,
    'jobTitle', ${m}.job_title, 'entityName', (select name from people.entity where id = ${m}.entity_id), 'kind', ${m}.kind,
    'isFormer', ${m}.state in ('deactivated', 'dormant'))`
const readable = `(c.visibility = 'open' and me.is_employee or exists (select 1 from communities.membership r where r.member_id = me.id and r.community_id = c.id))`

export const feedSql = `
  with ${viewer},
  mine as materialized (select community_id, last_seen_seq from communities.membership where member_id = (select id from me)),
  recent as materialized (
    select id, community_id, last_activity_at from discussions.post where deleted_at is null order by last_activity_at desc, id desc limit 1000),
  quick as materialized (
    select r.id, r.last_activity_at from recent r join mine using (community_id) order by r.last_activity_at desc, r.id desc limit 21),
  tops as materialized (
    select n.* from mine cross join lateral (
      select p.community_id, p.last_activity_at, p.id from discussions.post p where p.community_id = mine.community_id and p.deleted_at is null
       order by p.last_activity_at desc, p.id desc limit 1) n
     where (select count(*) from quick) <= 20 order by n.last_activity_at desc, n.id desc limit 21),
  slow as materialized (
    select n.* from tops cross join lateral (
      select p.id, p.last_activity_at from discussions.post p where p.community_id = tops.community_id and p.deleted_at is null
       order by p.last_activity_at desc, p.id desc limit 21) n order by n.last_activity_at desc, n.id desc limit 21),
  page as (select * from (select * from slow union all select * from quick where not exists (select 1 from slow)) both_steps
            order by last_activity_at desc, id desc limit 20)
  select json_build_object('items', coalesce(json_agg(json_build_object('card', p.card, 'community', ${community}, 'unread', p.seq > m.last_seen_seq)
           order by page.last_activity_at desc, page.id desc), '[]'))::text as body
    from me left join (page join discussions.post p on p.id = page.id join communities.community c on c.id = p.community_id
                       join mine m on m.community_id = p.community_id) on true
   group by me.id`

const comment = `json_build_object('id', k.id, 'postId', k.post_id, 'parentId', k.parent_id, 'author', ${card('a')}, 'isAnswer', k.is_answer,
  'isAccepted', k.id = p.accepted_answer_id, 'bodyHtml', case when k.deleted_at is null then k.body_html end, 'language', k.language,
  'createdAt', ${instant('k.created_at')}, 'editedAt', ${instant('k.edited_at')}, 'deletedAt', ${instant('k.deleted_at')},
  'reactionCounts', k.reaction_counts, 'myReactions', coalesce((select json_agg(r.kind) from mine r where r.comment_id = k.id), '[]'),
  'attachments', coalesce((select json_agg(json_build_object('id', f.id, 'fileName', f.file_name)) from files f where f.comment_id = k.id), '[]'),
  'can', json_build_object('edit', k.author_id = me.id, 'delete', k.author_id = me.id, 'accept', k.is_answer and p.author_id = me.id,
    'react', mb.member_id is not null, 'reply', mb.member_id is not null and k.parent_id is null))`

export const conversationSql = `
  with ${viewer},
  mine as materialized (select comment_id, kind from discussions.reaction where post_id = $2 and member_id = (select id from me)),
  files as materialized (select * from discussions.attachment where post_id = $2)
  select json_build_object('id', p.id, 'community', ${community}, 'kind', p.kind, 'title', p.title, 'bodyHtml', p.body_html, 'language', p.language,
    'tags', p.tags, 'author', ${card('w')}, 'createdAt', ${instant('p.created_at')}, 'lastActivityAt', ${instant('p.last_activity_at')},
    'commentCount', p.comment_count, 'answerCount', p.answer_count, 'reactionCounts', p.reaction_counts,
    'myReactions', coalesce((select json_agg(r.kind) from mine r where r.comment_id is null), '[]'),
    'closure', (select json_build_object('reason', reason) from discussions.closure where post_id = p.id),
    'acceptedAnswer', (select ${comment} from discussions.comment k join people.member a on a.id = k.author_id where k.id = p.accepted_answer_id),
    'comments', (select coalesce(json_agg(${comment} order by k.created_at, k.id), '[]')
                   from (select * from discussions.comment where post_id = p.id order by created_at, id limit 50) k
                   join people.member a on a.id = k.author_id),
    'isMember', mb.member_id is not null, 'unread', p.seq > mb.last_seen_seq)::text as body
    from me join discussions.post p on p.id = $2 and p.deleted_at is null
    join communities.community c on c.id = p.community_id
    left join communities.membership mb on mb.community_id = c.id and mb.member_id = me.id
    join people.member w on w.id = p.author_id
   where ${readable}`

export const unreadSql = `
  with ${viewer}
  select json_build_object('total', coalesce(sum(c.post_seq - m.last_seen_seq), 0),
    'communities', coalesce(json_agg(json_build_object('communityId', c.id, 'unread', c.post_seq - m.last_seen_seq))
                            filter (where c.post_seq > m.last_seen_seq), '[]'))::text as body
    from me left join (communities.membership m join communities.community c on c.id = m.community_id) on m.member_id = me.id
   group by me.id`

/** `$2` post, `$3` new id, `$4` text. Writes the comment and what is counted on its post; members of it only. */
export const replySql = `
  with ${viewer},
  post as materialized (
    select p.id, p.community_id, p.language, me.id as author_id from me join discussions.post p on p.id = $2 and p.deleted_at is null
      join communities.community c on c.id = p.community_id and c.stage <> 'archived'
      join communities.membership m on m.community_id = c.id and m.member_id = me.id
     where not exists (select 1 from discussions.closure where post_id = p.id)),
  written as (
    insert into discussions.comment (id, community_id, post_id, author_id, body_md, body_html, language, created_at)
    select $3, community_id, id, author_id, $4, '<p>' || $4 || '</p>', language, now() from post returning *),
  counted as (
    update discussions.post p set comment_count = p.comment_count + 1, last_activity_at = w.created_at,
           card = (p.card::jsonb || jsonb_build_object('commentCount', p.comment_count + 1, 'lastActivityAt', ${instant('w.created_at')}))::json
      from written w where p.id = w.post_id returning p.id)
  select json_build_object('id', w.id, 'postId', w.post_id, 'author', ${card('a')}, 'bodyHtml', w.body_html, 'language', w.language,
    'createdAt', ${instant('w.created_at')})::text as body
    from written w join people.member a on a.id = w.author_id, counted`

/** `$2` what was typed, `$3` the same as a pattern. The first page, as the product answers it. */
export const searchSql = `
  with ${viewer},
  asked as materialized (select websearch_to_tsquery('search.fr', $2) || websearch_to_tsquery('search.en', $2) as query, people.fold($2) as text),
  readable as materialized (select c.id from me, communities.community c where ${readable}),
  weeks as (select floor(extract(epoch from now()) / 604800)::int - n as week from generate_series(0, 7) n),
  recent as materialized (
    select found.* from weeks cross join lateral (
      select d.kind, d.id, d.post_id, d.at, ts_rank(d.tsv, asked.query) as rank from asked, search.doc d join readable r on r.id = d.community_id
       where d.bucket = weeks.week and d.tsv @@ asked.query limit 400) found limit 300),
  whole as materialized (
    select d.kind, d.id, d.post_id, d.at, ts_rank(d.tsv, asked.query) as rank from asked, search.doc d join readable r on r.id = d.community_id
     where (select count(*) from recent) < 300 and d.tsv @@ asked.query limit 20000),
  page as materialized (
    select f.*, rank / (1 + greatest(0, extract(epoch from now() - at)) / 15552000.0) as score
      from (select * from whole union all select * from recent where (select count(*) from recent) >= 300) f order by score desc, id desc limit 20)
  select json_build_object(
    'communities', coalesce((select json_agg(ref) from (
      select ${community} as ref from me, asked, communities.community c
       where position(asked.text in people.fold(concat_ws(' ', c.name ->> 'fr', c.name ->> 'en', c.slug))) > 0 and (c.visibility <> 'secret' or ${readable})
       order by c.member_count desc limit 5) x), '[]'),
    'people', coalesce((select json_agg(ref) from (
      select ${card('m')} as ref from people.member m where m.search_text like $3 and m.state <> 'invited' order by m.display_name limit 5) x), '[]'),
    'items', coalesce((select json_agg(json_build_object('kind', page.kind, 'postId', page.post_id, 'commentId', k.id, 'postKind', p.kind,
        'title', ts_headline('search.fr'::regconfig, p.title, asked.query, 'HighlightAll=true'),
        'excerpt', ts_headline('search.fr'::regconfig, coalesce(k.body_md, p.body_md), asked.query, 'MaxWords=36, MinWords=18, ShortWord=2, MaxFragments=1'),
        'author', ${card('a')}, 'community', ${community}, 'at', ${instant('page.at')}) order by page.score desc, page.id desc)
      from page cross join asked join discussions.post p on p.id = page.post_id join communities.community c on c.id = p.community_id
      left join discussions.comment k on page.kind = 'comment' and k.id = page.id join people.member a on a.id = coalesce(k.author_id, p.author_id)), '[]'))::text as body
    from me`
