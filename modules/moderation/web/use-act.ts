import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { newKey } from '#platform/web/api.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import { toast } from '#platform/web/toasts.ts'
import { refresh } from './queries.ts'
import { useT } from './t.ts'

/**
 * One act of moderation: said when done, everything that waits asked again. The key is the same for the same dialog,
 * so that a second press has no second effect.
 */
export function useAct<I>(
  send: (input: I, idempotencyKey: string) => Promise<unknown>,
  words: string | ((input: I) => string),
  after: () => void = () => {},
): { isPending: boolean; run: (input: I) => void } {
  const t = useT()
  const onError = useErrorToast(t)
  const [key] = useState(newKey)
  const { isPending, mutate } = useMutation({
    mutationFn: (input: I) => send(input, key),
    onSuccess(_, input) {
      toast(typeof words === 'string' ? words : words(input))
      refresh()
      after()
    },
    onError(error) {
      onError(error)
      refresh()
    },
  })
  return { isPending, run: (input) => mutate(input) }
}
