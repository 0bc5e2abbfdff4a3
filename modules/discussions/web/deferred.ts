const waiting = new Map<string, { timer: ReturnType<typeof setTimeout>; run: () => void }>()

/** A little longer than the message with "Undo" stays. */
const delay = 10_500

/**
 * Deletes in ten seconds, or as soon as the page is left: until then it can be undone. Returns the way back.
 * `onRefused` hears of a refusal.
 */
export function deleteSoon(
  address: string,
  onDone: () => void,
  onRefused: (error: unknown) => void,
): () => void {
  const send = () => {
    waiting.delete(address)
    // `keepalive` lets the request outlive the page.
    fetch(address, { method: 'DELETE', keepalive: true, credentials: 'same-origin', headers: { preau: '1' } })
      .then((answer) => {
        if (answer.ok || answer.status === 404) onDone()
        else onRefused(answer)
      })
      .catch(onRefused)
  }
  const timer = setTimeout(send, delay)
  waiting.set(address, { timer, run: send })
  return () => {
    clearTimeout(timer)
    waiting.delete(address)
  }
}

if (typeof window !== 'undefined')
  window.addEventListener('pagehide', () => {
    for (const { timer, run } of waiting.values()) {
      clearTimeout(timer)
      run()
    }
  })
