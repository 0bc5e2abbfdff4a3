import type { LocalText } from '#platform/shared/local-text.ts'
import type { Tx } from '#platform/db/tx.ts'

export const listCharterArticles = (
  tx: Tx,
  communityId: string,
  version: number,
): Promise<{ title: LocalText; body: LocalText }[]> =>
  tx.rows(
    'select title, body from communities.charter_article where community_id = $1 and version = $2 order by number',
    [communityId, version],
  )
