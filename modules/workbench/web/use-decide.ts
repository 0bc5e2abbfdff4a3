import { useErrorToast } from '#platform/web/errors.ts'
import { api } from '#platform/web/api.ts'
import type { ApiResponse } from '#platform/web/api.ts'
import { queryClient } from '#platform/web/query-client.ts'
import { toast } from '#platform/web/toasts.ts'
import type { MorningCard } from '../contract.ts'
import { keys, refreshWorkbench } from './queries.ts'
import { useT } from './t.ts'

type Morning = ApiResponse<'GET /api/v1/communities/:community/this-morning'>

export interface Decide {
  decision: 'done' | 'delegated' | 'later' | 'notMine'
  delegateTo?: string
  word?: string
  words: string
  /** What else happens with it, and how it is taken back. */
  also?: { act: () => Promise<unknown>; undo: () => Promise<unknown> }
}

/** Decides about a card: it leaves at once, the toast gives it back; a refusal brings it back by itself. */
export function useDecide(slug: string): (card: MorningCard, decide: Decide) => void {
  const t = useT()
  const onError = useErrorToast(t)
  const key = keys.morning(slug)
  const params = (card: MorningCard) => ({ community: slug, card: card.card })
  const back = (before?: Morning) => {
    if (before) queryClient.setQueryData(key, before)
    refreshWorkbench()
  }
  return (card, { decision, delegateTo, word, words, also }) => {
    void queryClient.cancelQueries({ queryKey: key })
    const before = queryClient.getQueryData<Morning>(key)
    queryClient.setQueryData<Morning>(
      key,
      (now) =>
        now && {
          ...now,
          cards: now.cards.filter((one) => one.card !== card.card),
          waitingInAll: Math.max(0, now.waitingInAll - 1),
        },
    )
    const doing = (async () => {
      await also?.act()
      await api('PUT /api/v1/communities/:community/this-morning/:card', {
        params: params(card),
        body: { decision, ...(delegateTo && { delegateTo }), ...(word && { word }) },
      })
    })()
    const undo = async () => {
      back(before)
      try {
        await doing
        await also?.undo()
        await api('DELETE /api/v1/communities/:community/this-morning/:card', { params: params(card) })
      } catch (error) {
        onError(error)
      }
      refreshWorkbench()
    }
    toast(words, { action: { label: t('undo'), run: () => void undo() } })
    doing.then(refreshWorkbench, (error: unknown) => {
      onError(error)
      back(before)
    })
  }
}
