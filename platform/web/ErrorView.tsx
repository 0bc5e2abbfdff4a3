import { ErrorState } from '#ui/ErrorState.tsx'
import { ApiError } from './api.ts'
import { useErrorWords, useGeneralWords } from './errors.ts'

/** A part of a page that failed to load, in words, with a way to try again. */
export function ErrorView({
  error,
  onRetry,
  t,
}: {
  error: unknown
  onRetry?: (() => void) | undefined
  t?: unknown
}) {
  const general = useGeneralWords()
  const say = useErrorWords(t)
  const requestId = error instanceof ApiError && error.status >= 500 ? error.requestId : undefined
  return (
    <ErrorState title={general('couldNotShow')} onRetry={onRetry} requestId={requestId}>
      {say(error)}
    </ErrorState>
  )
}
