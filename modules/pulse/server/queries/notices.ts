import { readableCommunitySql } from '#modules/communities/public.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { LocalText } from '#platform/shared/local-text.ts'

/** Who is told of results: everybody of the community, or everybody who was asked; those who run it are among them. */
export const listReaders = async (tx: Tx, waveId: string): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `select m.id from people.member m where m.state = 'active' and m.id in (
         select ms.member_id from communities.membership ms join pulse.wave w on w.community_id = ms.community_id where w.id = $1
         union select t.member_id from pulse.pulse_ticket t join pulse.wave w on w.id = t.wave_id
                where w.id = $1 and w.programme_id is not null)
        order by m.id`,
      [waveId],
    )
  ).map(({ id }) => id)

export interface NoticeWave {
  id: string
  state: string
  community: { id: string; slug: string; name: LocalText; accent: string } | null
  reads: boolean
  /** The viewer was asked and is not marked as having answered. */
  waits: boolean
}

/** Waves with what the viewer is to them at this moment. One statement. */
export const listNoticeWaves = (
  tx: Tx,
  viewerId: string,
  viewerIsEmployee: boolean,
  ids: readonly string[],
): Promise<NoticeWave[]> =>
  tx.rows<NoticeWave>(
    `select w.id, w.state,
            case when c.id is not null then json_build_object('id', c.id, 'slug', c.slug, 'name', c.name, 'accent', c.accent) end as community,
            coalesce(${readableCommunitySql('c', '$1::uuid', '$2::boolean')}, false) and c.id is not null
              or (c.id is null and (t.member_id is not null or $2::boolean)) as reads,
            w.state = 'open' and coalesce(not t.answered, false) as waits
       from pulse.wave w left join communities.community c on c.id = w.community_id
       left join pulse.pulse_ticket t on t.wave_id = w.id and t.member_id = $1
      where w.id = any($3::uuid[])`,
    [viewerId, viewerIsEmployee, ids],
  )
