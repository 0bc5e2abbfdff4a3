import type { Tx } from '#platform/db/tx.ts'

/** How much there is of one person, for what they are shown about themselves. */
export const countOwn = async (
  tx: Tx,
  memberId: string,
): Promise<{ stories: number; consents: number; participations: number; codes: string[]; notes: number }> =>
  (await tx.row(
    `select (select count(*)::int from campaigns.story where author_id = $1) as stories,
            (select count(*)::int from campaigns.consent where member_id = $1) as consents,
            (select count(*)::int from campaigns.participation where member_id = $1) as participations,
            array(select code from campaigns.entry where member_id = $1 order by entered_at) as codes,
            (select count(*)::int from campaigns.juror_note where juror_id = $1) as notes`,
    [memberId],
  ))!
