import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { newKey } from '#platform/web/api.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import { toast } from '#platform/web/toasts.ts'
import { refresh } from './queries.ts'
import { useT } from './t.ts'

/** One act: said when done, and everything that it changes asked again. A second press has no second effect. */
export function useAct<I = void, R = unknown>(
  send: (input: I, idempotencyKey: string) => Promise<R>,
  words: string,
  after: (answer: R) => void = () => {},
): { isPending: boolean; run: (input: I) => void } {
  const t = useT()
  const onError = useErrorToast(t)
  const [key, setKey] = useState(newKey)
  const { isPending, mutate } = useMutation({
    mutationFn: (input: I) => send(input, key),
    onSuccess(answer) {
      setKey(newKey())
      toast(words)
      void refresh()
      after(answer)
    },
    onError(error) {
      setKey(newKey())
      onError(error)
      void refresh()
    },
  })
  return { isPending, run: (input) => (isPending ? undefined : mutate(input)) }
}
