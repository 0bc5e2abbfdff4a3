import { columnsOf } from '#platform/privacy/own-data.ts'
import type { OwnData } from '#platform/privacy/own-data.ts'

/** What a person is told, how, and by which mails they wrote. */
export const ownData: OwnData = {
  columns: [
    ...columnsOf(
      'notifications',
      'delete',
      'notice.member_id delivery.member_id preference.member_id community_level.member_id conversation_level.member_id followed_tag.member_id followed_member.member_id followed_member.followed_id push_device.member_id digest_mark.member_id mail_token.member_id post_address.member_id mail_received.member_id mailing_receiver.member_id mailing_refusal.member_id mail_address.member_id',
    ),
    ...columnsOf('notifications', 'keep', 'mailing.author_id mailing.cancelled_by'),
  ],
  archive: [
    {
      name: 'settings',
      sql: `select push, mail, digest, digest_scope as "digestScope", digest_hour as "digestHour", digest_day as "digestDay",
                   is_quiet as "isQuiet", quiet_from as "quietFrom", quiet_to as "quietTo", quiet_weekends as "quietWeekends",
                   quiet_holidays as "quietHolidays"
              from notifications.preference where member_id = $1`,
    },
    {
      name: 'levels',
      sql: `select c.name as community, l.level from notifications.community_level l
              join communities.membership ms on ms.community_id = l.community_id and ms.member_id = $1
              join communities.community c on c.id = l.community_id where l.member_id = $1 order by c.id`,
    },
    {
      name: 'followedTags',
      sql: `select tag, at from notifications.followed_tag where member_id = $1 order by at`,
    },
    {
      name: 'addressTrouble',
      sql: `select email, hard_bounces as "hardBounces", last_code as code, last_at as at, marked_at as "markedAt"
              from notifications.mail_address where member_id = $1`,
    },
    {
      name: 'mailsReceived',
      sql: `select at, outcome, reason from notifications.mail_received where member_id = $1 order by at`,
    },
  ],
}
