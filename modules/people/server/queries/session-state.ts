import type { Tx } from '#platform/db/tx.ts'
import type { MemberCard, Organisation } from '#modules/people/contract.ts'
import { memberCardSql } from '../views.ts'
import { castSql } from './demo.ts'

export interface SessionRow {
  member: MemberCard | null
  timezone: string | null
  organisation: Organisation | null
  isCast: boolean
  isDemoLoaded: boolean
  cast: MemberCard[]
  /** The session was used for the first time today and lives thirty days more. */
  isRenewed: boolean
}

/**
 * Everything that the first screen needs, in one statement. The first look of a day renews the session; the day is
 * all that is written down.
 */
export async function findSessionState(
  tx: Tx,
  who: { memberId: string | null; sessionId: string | null; now: Date; lifetime: number },
): Promise<SessionRow> {
  const row = await tx.row<SessionRow>(
    `with renewed as (
       update people.session set last_used_on = ($3::timestamptz at time zone 'UTC')::date, expires_at = $4
        where id = $2::uuid and last_used_on < ($3::timestamptz at time zone 'UTC')::date returning id)
     select case when m.id is null then null else ${memberCardSql('m')} end as member,
            coalesce(m.timezone, s.timezone, o.timezone) as timezone,
            case when o.id is null then null else jsonb_build_object('name', o.name, 'languages', o.languages,
              'defaultLanguage', o.default_language, 'timezone', o.timezone) end as organisation,
            coalesce(m.demo_cast is not null, false) as "isCast",
            exists (select 1 from people.member d where ${castSql('d')}) as "isDemoLoaded",
            case when m.id is null or m.demo_cast is not null
                 then coalesce((select jsonb_agg(${memberCardSql('d')} order by d.demo_cast, d.id) from people.member d where ${castSql('d')}), '[]')
                 else '[]' end as cast,
            exists (select 1 from renewed) as "isRenewed"
       from (select 1) as one
       left join people.organisation o on true
       left join people.member m on m.id = $1::uuid
       left join people.site s on s.id = m.site_id`,
    [who.memberId, who.sessionId, who.now, new Date(who.now.getTime() + who.lifetime)],
  )
  return row!
}
