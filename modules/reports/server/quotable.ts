import { communityRefSql } from '#modules/communities/public.ts'
import { defineItemSource } from '#modules/newsletters/public.ts'
import type { Item } from '#modules/newsletters/public.ts'

const reportSql = `
  select 'report' as kind, r.id, c.id as "communityId", to_char(r.month, 'MM/YYYY') || ' · ' || coalesce(c.name->>r.language, c.name->>'fr', c.name->>'en') as title,
         '' as excerpt, r.language, '/communities/' || c.slug || '/reports/' || to_char(r.month, 'YYYY-MM') as path, v.at as at,
         ${communityRefSql('c')} as community, c.visibility = 'open' as "isOpen", true as "onlyMembers"
    from reports.report r join communities.community c on c.id = r.community_id
    join lateral (select min(one.published_at) as at from reports.version one where one.report_id = r.id) v on v.at is not null`

/** Published reports can be quoted in newsletters; they are for employees who are members. */
defineItemSource({
  kind: 'report',
  find: (ctx, ids) => ctx.tx.rows<Item>(`${reportSql} where r.id = any($1::uuid[])`, [ids]),
  list: (ctx, words, limit) =>
    ctx.tx.rows<Item>(
      `${reportSql} join communities.membership m on m.community_id = c.id and m.member_id = $1
        where $2::boolean and ($3 = '' or c.name::text ilike '%' || $3 || '%') order by v.at desc limit $4`,
      [
        ctx.actor.memberId,
        ctx.actor.memberKind === 'employee',
        words.trim().replace(/[\\%_]/g, '\\$&'),
        limit,
      ],
    ),
})
