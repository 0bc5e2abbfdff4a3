import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { newKey } from '#platform/web/api.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import { toast } from '#platform/web/toasts.ts'
import { refresh } from './queries.ts'
import { useT } from './t.ts'

/**
 * One act: said when done, what is on screen asked again before the button is free. The key changes once the act has
 * succeeded, so that a second press has no second effect and a second act is one of its own.
 */
export function useAct<I, R = unknown>(
  send: (input: I, idempotencyKey: string) => Promise<R>,
  words: string,
  after: (result: R) => void = () => {},
): { isPending: boolean; run: (input: I) => void } {
  const t = useT()
  const onError = useErrorToast(t)
  const [key, setKey] = useState(newKey)
  const { isPending, mutate } = useMutation({
    mutationFn: (input: I) => send(input, key),
    async onSuccess(result) {
      setKey(newKey())
      await refresh()
      toast(words)
      after(result)
    },
    onError,
  })
  return { isPending, run: (input) => mutate(input) }
}
