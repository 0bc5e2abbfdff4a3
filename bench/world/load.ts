import { cardSql, commentCardSql } from '#modules/discussions/server/sql.ts'
import { commentDocSql, countWordsSql, postDocSql } from '#modules/search/server/queries/docs.ts'
import type { WorldSize } from './size.ts'
import { phrasesPerLanguage } from './plan.ts'
import type { Step } from './plan.ts'

const literals = (words: readonly string[]): string =>
  `array[${words.map((word) => `'${word.replaceAll("'", '’')}'`).join(',')}]`

/** The phrase a text draws, in the language of its community. */
const phraseJoin = (
  alias: string,
  key: string,
  salt: number,
  kind: 'join' | 'left join' = 'join',
  condition = '',
): string =>
  `${kind} seed.phrase ${alias} on ${alias}.no = 1 + floor(${phrasesPerLanguage} * seed.u(${key}, ${salt}))::int
     + case when s.language = 'en' then ${phrasesPerLanguage} else 0 end ${condition}`

/** One text in twelve names a file that few others name: rare words are searched for too. */
const fileSql = (key: string): string =>
  `case when seed.u(${key}, 68) < 0.08 then ' (' || 'ref' || to_hex((1000000 * seed.u(${key}, 69))::int) || ')' end`

/** People, places and communities. */
export function groundSteps(
  size: WorldSize,
  now: string,
  names: { given: readonly string[]; family: readonly string[] },
): Step[] {
  const places = Math.max(1, Math.min(200, Math.round(size.members / 100)))
  const pick = (list: readonly string[], salt: number) =>
    `(${literals(list)})[1 + floor(${list.length} * seed.u(s.no, ${salt}))::int]`
  return [
    [
      'organisation and places',
      `insert into people.organisation (name, default_language, languages, created_at)
         values ('Grand Préau', 'fr', '{fr,en}', '${now}'::timestamptz - interval '8 years') on conflict do nothing;
       insert into people.entity (id, name) select seed.id('${now}'::timestamptz - interval '8 years', n, 9), 'Entité ' || n from generate_series(1, ${places}) n;
       insert into people.site (id, name, timezone) select seed.id('${now}'::timestamptz - interval '8 years', n, 10), 'Site ' || n, 'Europe/Paris' from generate_series(1, ${places}) n`,
    ],
    [
      'members',
      `insert into people.member (id, state, email, display_name, job_title, ask_me_about, entity_id, site_id, languages, interface_language, created_at)
         select s.id, 'active', 'm' || s.no || '@seed.example', ${pick(names.given, 61)} || ' ' || ${pick(names.family, 62)},
                case when seed.u(s.no, 63) < 0.8 then (array['Technicienne','Ingénieur','Cheffe d’atelier','Acheteur','Analyste','Formatrice','Chargé de projet','Opérateur'])[1 + floor(8 * seed.u(s.no, 64))::int] end,
                case when seed.u(s.no, 65) < 0.2 then array[(array['maintenance','soudure','qualité','logiciel','formation','sécurité'])[1 + floor(6 * seed.u(s.no, 66))::int]] else '{}' end,
                seed.id('${now}'::timestamptz - interval '8 years', 1 + floor(${places} * seed.u(s.no, 71))::int, 9),
                seed.id('${now}'::timestamptz - interval '8 years', 1 + floor(${places} * seed.u(s.no, 72))::int, 10),
                '{fr}', case when seed.u(s.no, 67) < 0.8 then 'fr' else 'en' end, s.at
           from seed.member s order by s.no;
       insert into people.administrator (member_id) select id from seed.member where no = 1`,
    ],
    [
      'communities',
      `insert into communities.community (id, slug, kind, visibility, name, purpose, languages, stage, post_seq, member_count, created_at, created_by)
         select s.id, 'community-' || s.no,
                (array['practice','practice','interest','learning','project','process','network','ambassadors'])[1 + floor(8 * seed.u(s.no, 73))::int],
                case when s.no = 1 or seed.u(s.no, 74) < 0.7 then 'open' when seed.u(s.no, 75) < 0.75 then 'closed' else 'secret' end,
                jsonb_build_object(s.language, 'Communauté ' || s.no), jsonb_build_object(s.language, 'Ce que nous faisons ensemble.'),
                array[s.language], 'growing', coalesce(written.posts, 0), coalesce(crowd.members, 0), s.at, m.id
           from seed.community s
           left join seed.written on written.c = s.no left join seed.crowd on crowd.c = s.no
           left join seed.place w on w.c = s.no and w.k = 1 left join seed.member m on m.no = w.m
          order by s.no`,
    ],
    [
      // Most are nearly up to date, some have not come for long: unread posts are a share of all of them.
      'memberships',
      `insert into communities.membership (community_id, member_id, joined_at, last_seen_seq)
         select c.id, m.id, greatest(m.at, c.at) + ('${now}'::timestamptz - greatest(m.at, c.at)) * seed.u(w.m, w.c),
                coalesce(written.posts, 0) - floor(coalesce(written.posts, 0) * power(seed.u(w.m * 7, w.c), 8))
           from seed.place w join seed.member m on m.no = w.m join seed.community c on c.no = w.c left join seed.written on written.c = w.c;
       insert into communities.community_role (community_id, member_id, role)
         select c.id, m.id, case w.k when 3 then 'expert' else 'manager' end
           from seed.place w join seed.member m on m.no = w.m join seed.community c on c.no = w.c where w.k <= 3`,
    ],
  ]
}

/** Every half of the texts can be written by a connection of its own; both stay in the order of time. */
const half = (column: string, part: number, parts: number): string => `${column} % ${parts} = ${part}`

/** Posts with the card that the product renders, and what hangs on them. */
export const postSteps = (part: number, parts: number): Step[] => [
  [
    'posts',
    `insert into discussions.post (id, community_id, seq, kind, author_id, title, body_md, body_html, excerpt, language, tags, created_at,
            last_activity_at, answer_count, comment_count, reaction_counts, accepted_answer_id, card)
       select p.id, p.community_id, p.seq, p.kind, p.author_id, p.title, p.body_md, p.body_html, p.excerpt, p.language, p.tags, p.created_at,
              p.last_activity_at, p.answer_count, p.comment_count, p.reaction_counts, p.accepted_answer_id, ${cardSql('p')}
         from (
           select s.id, s.community_id, s.seq, s.kind, s.author_id, s.title, text.body as body_md, '<p>' || text.body || '</p>' as body_html,
                  left(text.body, 280) as excerpt, s.language, s.tags, s.at as created_at, coalesce(t.last_at, s.at) as last_activity_at,
                  case when s.kind = 'question' then coalesce(t.answers, 0) else 0 end as answer_count, coalesce(t.comments, 0) as comment_count,
                  coalesce(r.counts, '{}') as reaction_counts, null::timestamptz as edited_at, null::timestamptz as deleted_at,
                  null::timestamptz as pinned_at, false as imported, false as has_surroundings,
                  case when s.kind = 'question' and seed.u(s.no, 31) < 0.4 then t.first_answer end as accepted_answer_id
             from (select p.no, p.id, c.id as community_id, p.seq, p.kind, a.id as author_id, p.at, c.language,
                          case when p.kind = 'discussion' and seed.u(p.no, 32) < 0.5 then null
                               else rtrim(left(title.text, 90), '.') || case when p.kind = 'question' then ' ?' else '' end end as title,
                          case when seed.u(p.no, 33) < 0.5 then array[(array['qualité','maintenance','sécurité','formation','méthode','outillage','énergie','logiciel'])[1 + floor(8 * seed.u(p.no, 34))::int]] else '{}' end as tags
                     from seed.post p join seed.community c on c.no = p.c join seed.member a on a.no = p.author
                     join seed.phrase title on title.no = 1 + floor(${phrasesPerLanguage} * seed.u(p.no, 35))::int + case when c.language = 'en' then ${phrasesPerLanguage} else 0 end
                    where ${half('p.no', part, parts)}) s
             ${phraseJoin('p1', 's.no', 36)} ${phraseJoin('p2', 's.no', 37)} ${phraseJoin('p3', 's.no', 38)}
             ${phraseJoin('p4', 's.no', 39, 'left join', 'and seed.u(s.no, 30) < 0.6')}
             left join seed.thread t on t.no = s.no left join seed.cheer r on r.no = s.no
             cross join lateral (select concat(p1.text, ' ', p2.text, ' ', p3.text, ' ' || p4.text, ${fileSql('s.no')}) as body) text
            order by s.at) p`,
  ],
]

/** What needs all posts: acceptances and reactions. */
export const aroundSteps: Step[] = [
  [
    'acceptances and reactions',
    `insert into discussions.acceptance (post_id, comment_id, by_member_id, at)
       select p.id, t.first_answer, m.id, t.answered_at + interval '1 hour' from seed.post p join seed.thread t on t.no = p.no join seed.member m on m.no = p.author
        where p.kind = 'question' and seed.u(p.no, 31) < 0.4 and t.first_answer is not null;
     insert into discussions.reaction (post_id, member_id, kind, at)
       select p.id, m.id, r.kind, p.at + interval '1 day' * seed.u(r.no, r.m) from seed.reaction r join seed.post p on p.no = r.no join seed.member m on m.no = r.m`,
  ],
]

export const commentSteps = (part: number, parts: number): Step[] => [
  [
    'comments',
    `insert into discussions.comment (id, community_id, post_id, parent_id, author_id, is_answer, body_md, body_html, language, created_at, card)
       select k.id, k.community_id, k.post_id, k.parent_id, k.author_id, k.is_answer, k.body_md, k.body_html, k.language, k.created_at, ${commentCardSql('k')}
         from (
           select s.id, s.community_id, s.post_id, s.parent_id, s.author_id, s.is_answer, text.body as body_md, '<p>' || text.body || '</p>' as body_html,
                  s.language, s.at as created_at, null::timestamptz as edited_at, null::timestamptz as deleted_at, '{}'::jsonb as reaction_counts,
                  false as imported
             from (select x.no * 1000 + x.k as key, x.id, c.id as community_id, p.id as post_id, x.parent_id, a.id as author_id, x.is_answer, c.language, x.at
                     from seed.comment x join seed.post p on p.no = x.no join seed.community c on c.no = x.c join seed.member a on a.no = x.author
                    where ${half('x.no', part, parts)}) s
             ${phraseJoin('p1', 's.key', 45)} ${phraseJoin('p2', 's.key', 46, 'left join', 'and seed.u(s.key, 47) < 0.7')}
             cross join lateral (select concat(p1.text, ' ' || p2.text, ${fileSql('s.key')}) as body) text) k`,
  ],
]

/** The index of search, by the statements of search itself. */
export const searchSteps = (part: number, parts: number): Step[] => {
  const insert = 'insert into search.doc (kind, id, post_id, community_id, bucket, at, language, tsv)'
  const mine = (column: string) => `and ${half(`(hashtext(${column}::text) & 255)`, part, parts)}`
  return [
    ['search: posts', `${insert} ${postDocSql} ${mine('p.id')}`],
    ['search: comments', `${insert} ${commentDocSql} ${mine('k.id')}`],
  ]
}

/** The words of all texts, for corrections and for how common each is. */
export const wordSteps: Step[] = [['search: words', countWordsSql]]
