import { useRef, useState } from 'react'
import { useErrorToast } from '#platform/web/errors.ts'
import { useT } from '../t.ts'

/** One click, one effect: a second one while the first is under way does nothing; a failure becomes words. */
export function useAct(): { isActing: boolean; act: (run: () => Promise<unknown>) => void } {
  const onError = useErrorToast(useT())
  const [isActing, setActing] = useState(false)
  const running = useRef(false)
  return {
    isActing,
    act(run) {
      if (running.current) return
      running.current = true
      setActing(true)
      void run()
        .catch(onError)
        .finally(() => {
          running.current = false
          setActing(false)
        })
    },
  }
}
