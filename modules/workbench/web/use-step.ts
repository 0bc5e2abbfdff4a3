import { useMutation } from '@tanstack/react-query'
import { api, newKey } from '#platform/web/api.ts'
import type { BodyOf } from '#platform/shared/contract.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import { toast } from '#platform/web/toasts.ts'
import { useState } from 'react'
import type { Contract, CouldAnswer } from '../contract.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { refreshWorkbench } from './queries.ts'
import { useT } from './t.ts'

/** A question as the dialogs need it. */
export interface Waiting {
  id: string
  title: string | null
  excerpt: string
  language: string
  author: MemberCard
  couldAnswer: readonly CouldAnswer[]
  /** Known in the list of questions to rescue; a card of the morning does not carry them. */
  steps?: readonly { step: string; to: MemberCard | null }[] | undefined
}

type Step = BodyOf<Contract['POST /api/v1/communities/:community/rescue/:postId/steps']>

/** Takes one step for a question and says so; a second press has no second effect. */
export function useStep(
  slug: string,
  postId: string,
  after: { onClose: () => void; onDone?: (() => void) | undefined },
) {
  const t = useT()
  const onError = useErrorToast(t)
  const [idempotencyKey] = useState(newKey)
  const mutation = useMutation({
    mutationFn: ({ body }: { body: Step; words: string }) =>
      api('POST /api/v1/communities/:community/rescue/:postId/steps', {
        params: { community: slug, postId },
        body,
        idempotencyKey,
      }),
    onSuccess: (_, { words }) => {
      toast(words)
      refreshWorkbench()
      after.onClose()
      after.onDone?.()
    },
    onError,
  })
  return {
    isPending: mutation.isPending,
    take: (body: Step, words: string) => mutation.mutate({ body, words }),
  }
}
