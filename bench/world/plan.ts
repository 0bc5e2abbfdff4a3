import type { WorldSize } from './size.ts'

/** How many phrases each language has; the tables `seed.*` are scaffolding and go when the world stands. */
export const phrasesPerLanguage = 20_000
const years = 5

/** A step of the load: what it makes, and its statement. */
export type Step = readonly [what: string, sql: string]

/** Reproducible chance inside SQL: a hash of a number and of what it is drawn for. */
const helpers = `
  create function seed.u(i bigint, salt bigint) returns float8 language sql immutable parallel safe
    as $$ select ((hashint8extended(i, salt) & 9007199254740991)::float8 / 9007199254740992.0) $$;
  create function seed.id(at timestamptz, i bigint, salt int) returns uuid language sql immutable parallel safe
    as $$ select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(h, 1, 3) || '8' || substr(h, 4, 15))::uuid
            from md5(salt || ':' || i) h $$;
  -- When the k-th of n comments comes: a burst first, then slower; the last one after "lasts".
  create function seed.comment_at(post_at timestamptz, lasts interval, n int, k int, post_no bigint) returns timestamptz
    language sql immutable parallel safe
    as $$ select post_at + lasts * power((k - 0.9 * seed.u(post_no * 1000 + k, 41)) / n, 2) $$;`

/**
 * Who is where and who writes when, as narrow tables: identifiers, dates and counts, no text. `now` is an instant
 * of which all dates are a fraction; the same `now` gives the same world.
 */
export function planSteps(size: WorldSize, now: string): Step[] {
  const { members: N, communities: C, posts: P } = size
  const start = `('${now}'::timestamptz - interval '${years} years')`
  const span = `('${now}'::timestamptz - ${start})`
  return [
    ['scaffolding', helpers],
    [
      'plan of members',
      `create unlogged table seed.member as
         select no, at, seed.id(at, no, 1) as id,
                case when no <= ${size.joiners.people} then ${size.joiners.communities}
                     -- Log-normal around a median of 19 (after doubles are dropped); one in a hundred has hardly looked around.
                     when seed.u(no, 3) < 0.01 then 3
                     else least(90, greatest(2, round(21 * exp(0.45 * sqrt(-2 * ln(greatest(seed.u(no, 4), 1e-9))) * cos(6.283185 * seed.u(no, 5))))))
                end::int as degree
           from (select no, ${start} - interval '700 days' * (1 - no / ${N}::float8) as at from generate_series(1, ${N}) no) n;
       create unlogged table seed.community as
         select no, at, seed.id(at, no, 2) as id, case when seed.u(no, 6) < 0.7 then 'fr' else 'en' end as language
           from (select no, ${start} - interval '700 days' * (1 - no / ${C}::float8) as at from generate_series(1, ${C}) no) n;
       alter table seed.member add primary key (no); alter table seed.community add primary key (no); analyze seed.member; analyze seed.community`,
    ],
    [
      // Popularity falls with the number of the community; half of all people are in the first one.
      'plan of memberships',
      `create unlogged table seed.place as
         select c, m, row_number() over (partition by c order by seed.u(m, 13), m)::int as k
           from (select distinct c, m from (
             select m.no as m, least(${C}, 1 + floor(${C} * power((j - seed.u(m.no * 1000 + j, 11)) / m.degree, 3)))::int as c
               from seed.member m cross join lateral generate_series(1, m.degree) j) drawn
            where c > 1 or seed.u(m, 12) < 0.47) kept;
       alter table seed.place add primary key (c, k); analyze seed.place;
       create unlogged table seed.crowd as select c, count(*)::int as members from seed.place group by c;
       alter table seed.crowd add primary key (c); analyze seed.crowd`,
    ],
    [
      // Numbered by date, more of them each year, so that the table lies in the order of time as it would in life.
      'plan of posts',
      `create unlogged table seed.post as
         select d.*, w.m as author, seed.id(d.at, d.no, 7) as id, row_number() over (partition by d.c order by d.no) as seq
           from (select p.*, crowd.members,
                        (case when seed.u(no, 22) < 0.02 then interval '400 days' * seed.u(no, 23) else interval '6 days' * -ln(1 - seed.u(no, 24)) end) as wished,
                        (case when seed.u(no, 25) < 0.002 then 100 + 700 * seed.u(no, 26) else -${size.commentsPerPost} * ln(1 - seed.u(no, 27)) end)::int as n,
                        1 + floor(crowd.members * power(seed.u(no, 28), 2))::int as k
                   from (select no, ${start} + ${span} * sqrt((no - 0.5) / ${P}) as at,
                                1 + floor(${C} * power(seed.u(no, 21), 2.2))::int as c from generate_series(1, ${P}::bigint) no) p
                   join seed.crowd on crowd.c = p.c) d
           join seed.place w on w.c = d.c and w.k = d.k;
       alter table seed.post add column lasts interval, add column kind text;
       update seed.post set lasts = least(wished, '${now}'::timestamptz - at),
              kind = (array['question','question','question','question','discussion','discussion','discussion','idea','news','story','praise','practice'])[1 + floor(12 * seed.u(no, 29))::int];
       alter table seed.post add primary key (no); analyze seed.post`,
    ],
    [
      'plan of comments',
      `create unlogged table seed.comment as
         select d.no, d.c, d.k, d.at, seed.id(d.at, d.no * 1000 + d.k, 8) as id, w.m as author, d.is_reply,
                case when d.is_reply then seed.id(seed.comment_at(d.post_at, d.lasts, d.n, d.k - 1, d.no), d.no * 1000 + d.k - 1, 8) end as parent_id,
                d.kind = 'question' and not d.is_reply and seed.u(d.no * 1000 + d.k, 44) < 0.7 as is_answer
           from (select p.no, p.c, p.at as post_at, p.lasts, p.n, p.kind, g.k, seed.comment_at(p.at, p.lasts, p.n, g.k, p.no) as at,
                        -- Under a comment that is not itself a reply.
                        g.k > 1 and seed.u(p.no * 1000 + g.k, 43) < 0.12 and not (g.k > 2 and seed.u(p.no * 1000 + g.k - 1, 43) < 0.12) as is_reply,
                        1 + floor(p.members * power(seed.u(p.no * 1000 + g.k, 42), 1.5))::int as place
                   from seed.post p cross join lateral generate_series(1, p.n) g(k)) d
           join seed.place w on w.c = d.c and w.k = d.place
          order by d.at;
       create unlogged table seed.reaction as
         select distinct p.no, w.m, (array['like','like','thanks','idea','support'])[1 + floor(5 * seed.u(p.no * 1000 + g.k, 52))::int] as kind
           from seed.post p cross join lateral generate_series(1, floor(-1.4 * ln(1 - seed.u(p.no, 51)))::int) g(k)
           join seed.place w on w.c = p.c and w.k = 1 + floor(p.members * seed.u(p.no * 1000 + g.k, 53))::int;
       analyze seed.comment; analyze seed.reaction`,
    ],
    [
      'counts',
      `create unlogged table seed.thread as
         select no, count(*)::int as comments, (count(*) filter (where is_answer))::int as answers, max(at) as last_at,
                (array_agg(id order by at) filter (where is_answer))[1] as first_answer, min(at) filter (where is_answer) as answered_at
           from seed.comment group by no;
       create unlogged table seed.cheer as
         select no, jsonb_object_agg(kind, n) as counts from (select no, kind, count(*) as n from seed.reaction group by no, kind) r group by no;
       create unlogged table seed.written as select c, count(*)::int as posts from seed.post group by c;
       analyze seed.thread; analyze seed.cheer; analyze seed.written`,
    ],
  ]
}
