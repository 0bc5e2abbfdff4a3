import { forgetBlobs } from '#modules/discussions/public.ts'
import { columnsOf } from '#platform/privacy/own-data.ts'
import type { OwnData } from '#platform/privacy/own-data.ts'
import { deletePhotosOf } from './queries/photos.ts'

/** What somebody tried and voted goes with them; ideas stay, and are then a former member's. */
export const ownData: OwnData = {
  columns: [
    ...columnsOf(
      'trials',
      'delete',
      'tester.member_id result.member_id feedback.member_id vote.member_id verdict.member_id',
    ),
    ...columnsOf('trials', 'clear', 'delivery.delivered_by'),
    ...columnsOf('trials', 'keep', 'trial.leader_id author.member_id'),
  ],
  archive: [
    {
      name: 'trials',
      sql: `select t.title, s.since from trials.tester s join trials.trial t on t.id = s.trial_id where s.member_id = $1 order by s.since`,
    },
    {
      name: 'trialResults',
      sql: `select t.title, s.text as step, r.outcome, r.severity, r.what, r.device, r.at from trials.result r
              join trials.step s on s.id = r.step_id join trials.trial t on t.id = s.trial_id where r.member_id = $1 order by r.at`,
    },
    {
      name: 'trialPhotos',
      sql: `select p.file_name as "fileName", p.blob_id as "blobId", p.alt from trials.photo p where p.member_id = $1 order by p.id`,
      hasFiles: true,
    },
    {
      name: 'trialFeedback',
      sql: `select t.title, f.good, f.missing, f.ready, f.at from trials.feedback f join trials.trial t on t.id = f.trial_id
             where f.member_id = $1 order by f.at`,
    },
    {
      name: 'trialIdeas',
      sql: `select i.title, i.text, i.status, i.reason, i.created_at as "createdAt" from trials.author a
              join trials.idea i on i.id = a.idea_id where a.member_id = $1 order by i.created_at`,
    },
    {
      name: 'trialVotes',
      sql: `select i.title, v.at from trials.vote v join trials.idea i on i.id = v.idea_id where v.member_id = $1 order by v.at`,
    },
    {
      name: 'trialVerdicts',
      sql: `select i.title, v.works, v.word, v.at from trials.verdict v join trials.idea i on i.id = v.idea_id
             where v.member_id = $1 order by v.at`,
    },
  ],
  /** Photos go with their bytes. */
  erase: async (ctx, memberId) => forgetBlobs(ctx, await deletePhotosOf(ctx.tx, memberId)),
}
