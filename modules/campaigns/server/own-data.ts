import { columnsOf } from '#platform/privacy/own-data.ts'
import type { OwnData } from '#platform/privacy/own-data.ts'
import { forgetMember } from './operations/forget-member.ts'

/** Stories, what was agreed for those of others, and how somebody took part. */
export const ownData: OwnData = {
  columns: [
    ...columnsOf(
      'campaigns',
      'clear',
      'campaign.leader_id campaign_community.asked_by campaign_community.agreed_by challenge.created_by challenge.decided_by',
    ),
    ...columnsOf('campaigns', 'own', 'story.author_id consent.member_id'),
    ...columnsOf(
      'campaigns',
      'delete',
      'consent_log.member_id participation.member_id juror.member_id entry.member_id juror_note.juror_id',
    ),
  ],
  archive: [
    {
      name: 'campaignStories',
      sql: `select g.tag, s.title, s.body_md as text, s.state, s.created_at as "createdAt"
              from campaigns.story s join campaigns.campaign g on g.id = s.campaign_id where s.author_id = $1 order by s.created_at`,
    },
    {
      name: 'campaignPictures',
      hasFiles: true,
      sql: `select pic.blob_id as "blobId", pic.file_name as "fileName", pic.alt, s.title
              from campaigns.story_picture pic join campaigns.story s on s.id = pic.story_id where s.author_id = $1 order by s.created_at`,
    },
    {
      name: 'campaignVideos',
      hasFiles: true,
      sql: `select v.blob_id as "blobId", v.file_name as "fileName", v.transcript, s.title
              from campaigns.story s join platform.video v on v.id = s.video_id where s.author_id = $1 order by s.created_at`,
    },
    {
      name: 'campaignConsents',
      sql: `select tag, what, at from campaigns.consent_log where member_id = $1 order by at, id`,
    },
    {
      name: 'campaignChallenges',
      sql: `select h.title, pa.steps_done as "stepsDone", pa.team, pa.is_told as "isTold", pa.at
              from campaigns.participation pa join campaigns.challenge h on h.id = pa.challenge_id where pa.member_id = $1 order by pa.at`,
    },
    {
      name: 'campaignEntries',
      sql: `select h.title as contest, s.title as story, e.code, e.entered_at as "enteredAt", e.withdrawn_at as "withdrawnAt", w.answer
              from campaigns.entry e join campaigns.challenge h on h.id = e.challenge_id join campaigns.story s on s.id = e.story_id
              left join campaigns.win w on w.entry_id = e.id where e.member_id = $1 order by e.entered_at`,
    },
    {
      name: 'campaignNotes',
      sql: `select h.title as contest, n.note from campaigns.juror_note n join campaigns.entry e on e.id = n.entry_id
              join campaigns.challenge h on h.id = e.challenge_id where n.juror_id = $1 order by h.created_at`,
    },
  ],
  erase: forgetMember,
}
