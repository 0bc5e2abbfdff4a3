import type { Tx } from '#platform/db/tx.ts'
import { defaultPreferences } from '#modules/notifications/reasons.ts'
import type { Level, Preferences } from '#modules/notifications/reasons.ts'
import type { QuietRules } from '../quiet.ts'

/** A person as the ledger needs to know them: where and when they may be reached, and their choices. */
export interface ReceiverRow {
  memberId: string
  memberKind: 'employee' | 'guest'
  isAdministrator: boolean
  displayName: string
  email: string | null
  language: 'fr' | 'en'
  timezone: string
  country: string
  preferences: Preferences | null
  level: Level | null
  conversation: 'follow' | 'mute' | null
  hasDevice: boolean
}

export const preferencesSql = (alias: string): string => `case when ${alias}.member_id is null then null else
  jsonb_build_object('push', ${alias}.push, 'mail', ${alias}.mail, 'digest', ${alias}.digest, 'digestScope', ${alias}.digest_scope,
    'digestHour', ${alias}.digest_hour, 'digestDay', ${alias}.digest_day, 'isQuiet', ${alias}.is_quiet,
    'quietFrom', to_char(${alias}.quiet_from, 'HH24:MI'), 'quietTo', to_char(${alias}.quiet_to, 'HH24:MI'),
    'quietWeekends', ${alias}.quiet_weekends, 'quietHolidays', ${alias}.quiet_holidays) end`

/** Their own zone, else that of their site, else the organisation's. */
export const timezoneSql = (member: string, site: string): string =>
  `coalesce(${member}.timezone, ${site}.timezone, (select o.timezone from people.organisation o), 'Europe/Paris')`

/** Active people among `memberIds`, with their choices for this community and conversation. One statement. */
export const listReceivers = (
  tx: Tx,
  memberIds: readonly string[],
  communityId: string | null,
  postId: string | null,
): Promise<ReceiverRow[]> =>
  tx.rows(
    `select m.id as "memberId", m.kind as "memberKind", m.display_name as "displayName", m.email,
            exists (select 1 from people.administrator a where a.member_id = m.id) as "isAdministrator",
            m.interface_language as language, ${timezoneSql('m', 's')} as timezone,
            coalesce(s.country, 'FR') as country, ${preferencesSql('p')} as preferences,
            cl.level, kl.level as conversation,
            exists (select 1 from notifications.push_device d where d.member_id = m.id) as "hasDevice"
       from people.member m
       left join people.site s on s.id = m.site_id
       left join notifications.preference p on p.member_id = m.id
       left join notifications.community_level cl on cl.member_id = m.id and cl.community_id = $2
       left join notifications.conversation_level kl on kl.member_id = m.id and kl.post_id = $3
      where m.id = any($1::uuid[]) and m.state = 'active'`,
    [memberIds, communityId, postId],
  )

export const preferencesOf = (receiver: Pick<ReceiverRow, 'preferences'>): Preferences =>
  receiver.preferences ?? defaultPreferences

export const rulesOf = (receiver: Pick<ReceiverRow, 'preferences' | 'timezone' | 'country'>): QuietRules => ({
  ...preferencesOf(receiver),
  timezone: receiver.timezone,
  country: receiver.country,
})

/** Those who chose to hear everything of a community and are still in it. */
export const listAllLevelMembers = async (tx: Tx, communityId: string): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `select l.member_id as id from notifications.community_level l
         join communities.membership m on m.member_id = l.member_id and m.community_id = l.community_id
        where l.community_id = $1 and l.level = 'all'`,
      [communityId],
    )
  ).map((row) => row.id)

export async function listNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.rows<{ id: string; name: string }>(
    `select id, display_name as name from people.member where id = any($1::uuid[])`,
    [ids],
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
