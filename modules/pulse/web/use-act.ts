import { useMutation } from '@tanstack/react-query'
import { useErrorToast } from '#platform/web/errors.ts'
import { toast } from '#platform/web/toasts.ts'
import { refresh } from './queries.ts'
import { useT } from './t.ts'

/** One act of whoever prepares waves: said when done, everything asked again. A second press has no second effect. */
export function useAct<I = void>(
  send: (input: I) => Promise<unknown>,
  words: string,
  after: () => void = () => {},
): { isPending: boolean; run: (input: I) => void } {
  const t = useT()
  const onError = useErrorToast(t)
  const { isPending, mutate } = useMutation({
    mutationFn: send,
    onSuccess() {
      toast(words)
      refresh()
      after()
    },
    onError(error) {
      onError(error)
      refresh()
    },
  })
  return { isPending, run: (input) => (isPending ? undefined : mutate(input)) }
}
