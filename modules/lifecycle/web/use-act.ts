import { useMutation } from '@tanstack/react-query'
import { useErrorToast } from '#platform/web/errors.ts'
import { toast } from '#platform/web/toasts.ts'
import { refresh } from './queries.ts'
import { useT } from './t.ts'

/** One act: said when done, everything that it may have changed asked again. */
export function useAct<I, R>(
  send: (input: I) => Promise<R>,
  words: string | ((answer: R, input: I) => string),
  after: (answer: R, input: I) => void = () => {},
): { isPending: boolean; run: (input: I) => void } {
  const t = useT()
  const onError = useErrorToast(t)
  const { isPending, mutate } = useMutation({
    mutationFn: send,
    onSuccess(answer, input) {
      toast(typeof words === 'string' ? words : words(answer, input))
      refresh()
      after(answer, input)
    },
    onError,
  })
  return {
    isPending,
    // A second press while the first is on its way does nothing.
    run: (input) => {
      if (!isPending) mutate(input)
    },
  }
}
