import { useRef, useState } from 'react'
import { useErrorToast } from '#platform/web/errors.ts'
import { toast } from '#platform/web/toasts.ts'
import { refresh } from './queries.ts'
import { useT } from './t.ts'

/**
 * One press, one effect: another one while the first is under way does nothing. What `run` answers is said when it is
 * done; a failure becomes words.
 */
export function useAct(): {
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
          refresh()
          after()
        })
        .catch((error: unknown) => {
          onError(error)
          // What was on screen may be why it was refused.
          refresh()
        })
        .finally(() => {
          running.current = false
          setActing(false)
        })
    },
  }
}
