import { useMutation } from '@tanstack/react-query'
import { useErrorToast } from '#platform/web/errors.ts'
import { toast } from '#platform/web/toasts.ts'
import { refresh } from './queries.ts'
import { useT } from './t.ts'

/** One act: said when done, everything asked again. A press while it is on its way is ignored. */
export function useAct<I, R>(
  send: (input: I) => Promise<R>,
  words: string | ((input: I) => string) | null,
  after: (result: R) => void = () => {},
): { isPending: boolean; run: (input: I) => void } {
  const t = useT()
  const onError = useErrorToast(t)
  const { isPending, mutate } = useMutation({
    mutationFn: send,
    onSuccess(result, input) {
      if (words !== null) toast(typeof words === 'string' ? words : words(input))
      refresh()
      after(result)
    },
    onError(error) {
      onError(error)
      refresh()
    },
  })
  return {
    isPending,
    run: (input) => {
      if (!isPending) mutate(input)
    },
  }
}
