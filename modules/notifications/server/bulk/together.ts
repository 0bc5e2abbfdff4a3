/**
 * Writes single rows as groups: while one write is under way, the rows that arrive wait and go in the next one. Each
 * caller hears when its own rows are written. Six senders then cost one commit, not six.
 */
export function together<R>(write: (rows: R[]) => Promise<unknown>): (rows: R[]) => Promise<void> {
  let waiting: { rows: R[]; done: () => void; failed: (error: unknown) => void }[] = []
  let isWriting = false
  const flush = async (): Promise<void> => {
    isWriting = true
    while (waiting.length > 0) {
      const group = waiting
      waiting = []
      try {
        await write(group.flatMap(({ rows }) => rows))
        for (const { done } of group) done()
      } catch (error) {
        for (const { failed } of group) failed(error)
      }
    }
    isWriting = false
  }
  return (rows) =>
    new Promise<void>((done, failed) => {
      waiting.push({ rows, done, failed })
      // In the next turn, so that those who come at the same moment go together.
      if (!isWriting) {
        isWriting = true
        setImmediate(() => void flush())
      }
    })
}
