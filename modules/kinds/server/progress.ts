/**
 * How many people are told to have done a step: by fives, none below five. Moving in fives, one person's tick cannot
 * be read from two looks at the page.
 */
export const atLeast = (ticks: number): number | null => (ticks < 5 ? null : Math.floor(ticks / 5) * 5)

/** One's own way through a programme. */
export function progressOf(steps: readonly { id: string; isDone: boolean; minutes: number | null }[]): {
  done: number
  minutesLeft: number
  nextStepId: string | null
} {
  const left = steps.filter(({ isDone }) => !isDone)
  return {
    done: steps.length - left.length,
    minutesLeft: left.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
    nextStepId: left[0]?.id ?? null,
  }
}
