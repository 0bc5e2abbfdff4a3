import { useMutation } from '@tanstack/react-query'
import { useErrorToast } from '#platform/web/errors.ts'
import { toast } from '#platform/web/toasts.ts'
import { refresh } from './queries.ts'
import { useT } from './t.ts'

/** One act: said when done (unless `words` is empty), and what it changes asked again. A second press has no second effect. */
export function useAct<I = void, R = unknown>(
  send: (input: I) => Promise<R>,
  words: string | ((input: I) => string),
  after: (answer: R) => void = () => {},
): { isPending: boolean; run: (input: I) => void } {
  const t = useT()
  const onError = useErrorToast(t)
  const { isPending, mutate } = useMutation({
    mutationFn: send,
    onSuccess(answer, input) {
      const said = typeof words === 'string' ? words : words(input)
      if (said) toast(said)
      refresh(answer)
      after(answer)
    },
    onError(error) {
      onError(error)
      refresh()
    },
  })
  return { isPending, run: (input) => (isPending ? undefined : mutate(input)) }
}
