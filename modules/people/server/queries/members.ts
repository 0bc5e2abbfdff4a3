import type { Tx } from '#platform/db/tx.ts'
import type { MemberProfile, OwnProfile } from '#modules/people/contract.ts'
import { memberCardSql, seeableMemberSql } from '../views.ts'
import type { Viewer } from './directory.ts'

export async function findSeeableProfile(
  tx: Tx,
  viewer: Viewer,
  memberId: string,
): Promise<MemberProfile | undefined> {
  const row = await tx.row<{ profile: MemberProfile }>(
    `select ${memberCardSql('m')} || case when m.state = 'active'
        then jsonb_build_object('pronouns', m.pronouns, 'about', m.about, 'askMeAbout', m.ask_me_about,
               'siteName', s.name, 'partnerName', p.name, 'languages', m.languages, 'timezone', coalesce(m.timezone, s.timezone))
        else jsonb_build_object('pronouns', null, 'about', null, 'askMeAbout', '[]'::jsonb,
               'siteName', null, 'partnerName', null, 'languages', '[]'::jsonb, 'timezone', null) end as profile
       from people.member m left join people.site s on s.id = m.site_id left join people.partner_organisation p on p.id = m.partner_id
      where m.id = $3 and ${seeableMemberSql('m', '$1', '$2')}`,
    [viewer.memberId, viewer.isEmployee, memberId],
  )
  return row?.profile
}

const photoUrl = `'/api/v1/members/' || m.id || '/photo/' || m.photo_blob_id`

export function findOwnProfile(tx: Tx, memberId: string): Promise<OwnProfile | undefined> {
  return tx.row<OwnProfile>(
    `select m.id, m.email, m.display_name as "displayName", m.given_name as "givenName", m.family_name as "familyName",
            ${photoUrl} as "photoUrl", m.pronouns, m.job_title as "jobTitle", m.about, m.ask_me_about as "askMeAbout",
            m.entity_id as "entityId", m.site_id as "siteId", m.languages, m.interface_language as "interfaceLanguage", m.timezone
       from people.member m where m.id = $1`,
    [memberId],
  )
}

/** Writes the whole profile; the operation has merged the change. */
export async function updateProfile(tx: Tx, memberId: string, profile: OwnProfile): Promise<void> {
  await tx.run(
    `update people.member set display_name = $2, given_name = $3, family_name = $4, pronouns = $5, job_title = $6, about = $7,
            ask_me_about = $8, entity_id = $9, site_id = $10, languages = $11, interface_language = $12, timezone = $13
      where id = $1`,
    [
      memberId,
      profile.displayName,
      profile.givenName,
      profile.familyName,
      profile.pronouns,
      profile.jobTitle,
      profile.about,
      profile.askMeAbout,
      profile.entityId,
      profile.siteId,
      profile.languages,
      profile.interfaceLanguage,
      profile.timezone,
    ],
  )
}

export async function setMemberArrived(
  tx: Tx,
  memberId: string,
  member: { displayName: string; language: string },
  now: Date,
): Promise<void> {
  await tx.run(
    `update people.member set state = 'active', state_at = $4, display_name = $2, interface_language = $3,
            languages = case when languages = '{}' then array[$3] else languages end where id = $1`,
    [memberId, member.displayName, member.language, now],
  )
}

export interface PhotoRow {
  large: string
  small: string
}

/** The blobs of a photo that the viewer may see, in exactly this version. */
export function findSeeablePhoto(
  tx: Tx,
  viewer: Viewer,
  memberId: string,
  version: string,
): Promise<PhotoRow | undefined> {
  return tx.row<PhotoRow>(
    `select m.photo_blob_id as large, m.photo_small_blob_id as small from people.member m
      where m.id = $3 and m.photo_blob_id = $4 and m.state = 'active' and ${seeableMemberSql('m', '$1', '$2')}`,
    [viewer.memberId, viewer.isEmployee, memberId, version],
  )
}

interface NewBlob {
  id: string
  sha256: Buffer
  size: number
}

/** Points a member at new photo blobs (or none) and returns the ids of those that nobody needs any more. */
export async function setPhoto(
  tx: Tx,
  memberId: string,
  photo: { large: NewBlob; small: NewBlob } | null,
  now: Date,
): Promise<string[]> {
  if (photo) {
    const blobs = [photo.large, photo.small]
    await tx.run(
      `insert into platform.blob (id, sha256, size, content_type, created_at)
       select b.id, b.sha256, b.size, 'image/webp', $4 from unnest($1::uuid[], $2::bytea[], $3::int[]) as b (id, sha256, size)`,
      [blobs.map((blob) => blob.id), blobs.map((blob) => blob.sha256), blobs.map((blob) => blob.size), now],
    )
  }
  const earlier = await tx.row<PhotoRow>(
    `update people.member m set photo_blob_id = $2, photo_small_blob_id = $3
       from (select id, photo_blob_id as large, photo_small_blob_id as small from people.member where id = $1 for update) as earlier
      where m.id = earlier.id returning earlier.large, earlier.small`,
    [memberId, photo?.large.id ?? null, photo?.small.id ?? null],
  )
  if (!earlier?.large) return []
  const gone = [earlier.large, earlier.small]
  await tx.run('delete from platform.blob where id = any($1::uuid[])', [gone])
  return gone
}

export async function findMemberIdByEmail(tx: Tx, email: string): Promise<string | undefined> {
  return (
    await tx.row<{ id: string }>(`select id from people.member where email = $1 and state <> 'dormant'`, [
      email,
    ])
  )?.id
}
