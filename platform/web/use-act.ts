import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { newKey } from './api.ts'
import { useErrorToast } from './errors.ts'
import { toast } from './toasts.ts'

/** A module's words, and how what it shows is asked again (with the answer, where that spares a request). */
type Of = [useT: () => unknown, refresh: (answer?: unknown) => unknown]

/**
 * A module's hook for one act: said when done (`null` or no words: not said), and everything that it changes asked
 * again, after a refusal too. A press while one is on its way does nothing; the key serves one attempt.
 */
export const defineAct = (...[useT, refresh]: Of) =>
  function useAct<I = void, R = unknown>(
    send: (input: I, idempotencyKey: string) => Promise<R>,
    words: string | null | ((input: I, answer: R) => string),
    after: (answer: R) => void = () => {},
  ): { isPending: boolean; run: (input: I) => void } {
    const onError = useErrorToast(useT())
    const [key, setKey] = useState(newKey)
    const { isPending, mutate } = useMutation({
      mutationFn: (input: I) => send(input, key),
      onSuccess(answer, input) {
        setKey(newKey())
        const said = typeof words === 'function' ? words(input, answer) : words
        if (said) toast(said)
        void refresh(answer)
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

/**
 * A module's hook for several acts of one screen: one press, one effect; another one while the first is under way does
 * nothing. What `run` answers is said when it is done; a failure becomes words.
 */
export const defineActs = (...[useT, refresh]: Of) =>
  function useAct(): {
    isActing: boolean
    act: (run: () => Promise<string | undefined>, after?: () => void) => void
  } {
    const onError = useErrorToast(useT())
    const [isActing, setActing] = useState(false)
    const running = useRef(false)
    return {
      isActing,
      act(run, after = () => {}) {
        if (running.current) return
        running.current = true
        setActing(true)
        void run()
          .then((words) => {
            if (words) toast(words)
            void refresh()
            after()
          })
          .catch((error: unknown) => {
            onError(error)
            // What was on screen may be why it was refused.
            void refresh()
          })
          .finally(() => {
            running.current = false
            setActing(false)
          })
      },
    }
  }
