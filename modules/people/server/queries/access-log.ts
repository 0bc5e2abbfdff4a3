import type { MemberContext } from '#platform/context.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { AccessLogEntry } from '#modules/people/contract.ts'
import type { AccessNote } from '../operations/log-access.ts'
import { memberCardSql } from '../views.ts'

export async function insertAccessNotes(ctx: MemberContext, note: AccessNote): Promise<void> {
  if (note.subjects.length === 0) return
  await ctx.tx.run(
    `insert into people.access_log (at, viewer_id, viewer_role, subject_id, community_id, screen, purpose, fields)
     select $1, $2, $3, subject, $5::uuid, $6, $7, $8::text[] from (select distinct unnest($4::uuid[]) as subject) as shown
      where subject <> $2
        and not exists (select 1 from people.access_log earlier
                         where earlier.subject_id = subject and earlier.viewer_id = $2 and earlier.screen = $6
                           and earlier.community_id is not distinct from $5::uuid and earlier.at > $1::timestamptz - interval '1 hour')`,
    [
      ctx.now,
      ctx.actor.memberId,
      note.viewerRole,
      note.subjects,
      note.communityId,
      note.screen,
      note.purpose,
      note.fields,
    ],
  )
}

/**
 * Who looked at a person, newest first.
 * NOTE names a community of the module above: the line says in which community the look happened, and a reader
 * who has left a secret community must not learn its name again, hence the membership.
 */
export function listAccessNotes(
  tx: Tx,
  subjectId: string,
  before: string | undefined,
  limit: number,
): Promise<AccessLogEntry[]> {
  return tx.rows<AccessLogEntry>(
    `select l.id::text as id, to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
            ${memberCardSql('v')} as viewer, l.viewer_role as "viewerRole",
            (select c.name from communities.community c join communities.membership cm on cm.community_id = c.id and cm.member_id = $1
              where c.id = l.community_id) as "communityName",
            l.screen, l.purpose, l.fields
       from people.access_log l join people.member v on v.id = l.viewer_id
      where l.subject_id = $1 and l.id < $2 order by l.id desc limit $3`,
    [subjectId, before ?? '9223372036854775807', limit + 1],
  )
}
