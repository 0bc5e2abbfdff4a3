import { readableCommunitySql } from '#modules/communities/public.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { LocalText } from '#platform/shared/local-text.ts'

export interface NoticeThanks {
  id: string
  community: { id: string; slug: string; name: LocalText; accent: string }
  giver: string
  text: string
  language: string
  isReceiver: boolean
  isGiver: boolean
  moderates: boolean
  isHidden: boolean
}

/** Thanks with what the viewer is to them now, in communities that they may read. One statement. */
export const listNoticeThanks = (
  tx: Tx,
  viewerId: string,
  isEmployee: boolean,
  ids: readonly string[],
): Promise<NoticeThanks[]> =>
  tx.rows(
    `select x.id, json_build_object('id', c.id, 'slug', c.slug, 'name', c.name, 'accent', c.accent) as community,
            g.display_name as giver, x.text, x.language, x.receiver_id = $1 as "isReceiver", x.giver_id = $1 as "isGiver",
            x.hidden_at is not null as "isHidden",
            exists (select 1 from communities.community_role r where r.community_id = c.id and r.member_id = $1 and r.role in ('manager', 'moderator')) as moderates
       from recognition.thanks x join communities.community c on c.id = x.community_id join people.member g on g.id = x.giver_id
      where x.id = any($3::uuid[]) and ${readableCommunitySql('c', '$1::uuid', '$2::boolean')}`,
    [viewerId, isEmployee, ids],
  )
