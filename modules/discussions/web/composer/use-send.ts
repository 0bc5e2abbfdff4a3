import { useRef, useState } from 'react'

export interface Sending<R> {
  isSending: boolean
  error: unknown
  /** Runs once at a time: the second of two clicks is the first one's. */
  send: () => Promise<R | undefined>
  clearError: () => void
}

/** One button, one effect: a click while sending does nothing; a failure is kept to be shown, and the text with it. */
export function useSend<R>(run: () => Promise<R>): Sending<R> {
  const running = useRef(false)
  const [isSending, setSending] = useState(false)
  const [error, setError] = useState<unknown>()
  return {
    isSending,
    error,
    clearError: () => setError(undefined),
    async send() {
      if (running.current) return undefined
      running.current = true
      setSending(true)
      setError(undefined)
      try {
        return await run()
      } catch (failure) {
        setError(failure)
        return undefined
      } finally {
        running.current = false
        setSending(false)
      }
    },
  }
}
