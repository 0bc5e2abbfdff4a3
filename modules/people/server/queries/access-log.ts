import type { MemberContext } from '#platform/context.ts'
import type { AccessNote } from '../operations/log-access.ts'

export async function insertAccessNotes(ctx: MemberContext, note: AccessNote): Promise<void> {
  if (note.subjects.length === 0) return
  await ctx.tx.run(
    `insert into people.access_log (at, viewer_id, viewer_role, subject_id, community_id, screen, purpose, fields)
     select $1, $2, $3, subject, $5::uuid, $6, $7, $8::text[] from (select distinct unnest($4::uuid[]) as subject) as shown
      where subject <> $2
        and not exists (select 1 from people.access_log earlier
                         where earlier.subject_id = subject and earlier.viewer_id = $2 and earlier.screen = $6
                           and earlier.community_id is not distinct from $5::uuid and earlier.at > $1::timestamptz - interval '1 hour')`,
    [ctx.now, ctx.actor.memberId, note.viewerRole, note.subjects, note.communityId, note.screen, note.purpose, note.fields],
  )
}
