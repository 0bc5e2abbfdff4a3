import { request } from '#platform/web/api.ts'
import { queryClient } from '#platform/web/query-client.ts'

/** Ends the session, then leaves nothing of it in memory: a fresh document. */
export async function signOut(): Promise<void> {
  await request('DELETE /api/v1/session').catch(() => undefined)
  queryClient.clear()
  await import('#platform/web/kept.ts')
    .then(({ forgetAllAnswers }) => forgetAllAnswers())
    .catch(() => undefined)
  window.location.assign('/sign-in')
}
