/** Two opened pages less than this apart are one visit. */
const sameVisit = 30 * 60_000

interface Visits {
  /** Last moment of the present visit. */
  seen: number
  /** End of the visit before: what was active since is new. */
  before: number | null
}

/** The present visit goes on, or a new one starts. Times in milliseconds since 1970. */
export function continueVisit(stored: Visits | undefined, now: number): Visits {
  if (!stored) return { seen: now, before: null }
  if (now - stored.seen > sameVisit) return { seen: now, before: stored.seen }
  return { ...stored, seen: now }
}

/**
 * Notes on this device alone that the person is here, and returns when the visit before ended. It never leaves
 * the browser: the server keeps no reading history.
 */
export function noteVisit(memberId: string, now = Date.now()): number | null {
  const address = `preau.visit.${memberId}`
  try {
    const text = localStorage.getItem(address)
    const visits = continueVisit(text ? (JSON.parse(text) as Visits) : undefined, now)
    localStorage.setItem(address, JSON.stringify(visits))
    return visits.before
  } catch {
    return null
  }
}
