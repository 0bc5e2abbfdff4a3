import { api } from '#platform/web/api.ts'
import { queryClient } from '#platform/web/query-client.ts'
import { keys } from './queries.ts'

export type Level = 'all' | 'mentions' | 'digest' | 'nothing'
export type Following = 'follow' | 'mute' | 'none'

const refresh = (...wanted: (readonly unknown[])[]): Promise<unknown> =>
  Promise.all(wanted.map((queryKey) => queryClient.invalidateQueries({ queryKey })))

export async function markRead(
  what: { ids: string[]; isRead?: boolean } | { postId: string } | { all: true },
) {
  await api('POST /api/v1/notifications/read', { body: what })
  await refresh(keys.all)
}

export async function chooseLevel(community: string, level: Level) {
  await api('PUT /api/v1/communities/:community/notifications', { params: { community }, body: { level } })
  await refresh(keys.rules, ['notifications', 'level'], keys.preview)
}

export async function followConversation(postId: string, state: Following) {
  const now = await api('PUT /api/v1/posts/:postId/following', { params: { postId }, body: { state } })
  queryClient.setQueryData(keys.conversation(postId), now)
}

export async function followMember(memberId: string, follows: boolean) {
  const now = await api('PUT /api/v1/members/:memberId/following', {
    params: { memberId },
    body: { follows },
  })
  queryClient.setQueryData(keys.member(memberId), now)
  await refresh(keys.rules)
}

export async function followTag(community: string, tag: string, follows: boolean) {
  await api('PUT /api/v1/communities/:community/followed-tags', {
    params: { community },
    body: { tag, follows },
  })
  await refresh(keys.rules, ['notifications', 'level'])
}
