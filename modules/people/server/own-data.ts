import { eraseAccount } from './operations/erase-account.ts'
import { columnsOf } from '#platform/privacy/own-data.ts'
import type { OwnData } from '#platform/privacy/own-data.ts'

/** The account itself, and what was seen of it. */
export const ownData: OwnData = {
  columns: [
    ...columnsOf(
      'people',
      'own',
      'credential.member_id session.member_id one_time_token.member_id administrator.member_id',
    ),
    ...columnsOf('people', 'delete', 'access_log.subject_id'),
    // What this person looked at belongs to those who were looked at, for its twelve months.
    ...columnsOf('people', 'keep', 'access_log.viewer_id administrator.by_member_id'),
  ],
  archive: [
    {
      name: 'profile',
      sql: `select m.display_name as "displayName", m.given_name as "givenName", m.family_name as "familyName", m.email,
                   m.pronouns, m.job_title as "jobTitle", m.about, m.ask_me_about as "askMeAbout", e.name as entity,
                   s.name as site, m.languages, m.interface_language as "interfaceLanguage", m.timezone,
                   m.created_at as "createdAt"
              from people.member m left join people.entity e on e.id = m.entity_id left join people.site s on s.id = m.site_id
             where m.id = $1`,
    },
    {
      name: 'photo',
      hasFiles: true,
      sql: `select photo_blob_id as "blobId", 'photo.webp' as "fileName" from people.member where id = $1 and photo_blob_id is not null`,
    },
    {
      name: 'sessions',
      sql: `select created_at as "signedInAt", last_used_on as "lastUsedOn" from people.session where member_id = $1 order by created_at`,
    },
    {
      name: 'accessLog',
      sql: `select at, screen, purpose, fields from people.access_log where subject_id = $1 order by id`,
    },
  ],
  erase: (ctx, memberId) => eraseAccount(ctx, memberId),
}
