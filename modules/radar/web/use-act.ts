import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { RadarView } from '#modules/radar/contract.ts'
import { newKey } from '#platform/web/api.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import { queryClient } from '#platform/web/query-client.ts'
import { toast } from '#platform/web/toasts.ts'
import { radarQuery } from './queries.ts'
import { useT } from './t.ts'

/** One act on a radar: what the server looked at again stands at once. A second press has no second effect. */
export function useAct<I = void>(
  programmeId: string,
  send: (input: I, idempotencyKey: string) => Promise<RadarView>,
  words: string,
  after: () => void = () => {},
): { isPending: boolean; run: (input: I) => void } {
  const t = useT()
  const onError = useErrorToast(t)
  const [key, setKey] = useState(newKey)
  const { isPending, mutate } = useMutation({
    mutationFn: (input: I) => send(input, key),
    onSuccess(answer) {
      setKey(newKey())
      queryClient.setQueryData(radarQuery(programmeId).queryKey, answer)
      toast(words)
      after()
    },
    onError(error) {
      setKey(newKey())
      onError(error)
    },
  })
  return { isPending, run: (input) => (isPending ? undefined : mutate(input)) }
}
