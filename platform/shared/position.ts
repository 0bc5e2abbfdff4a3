/**
 * A place in the event table. Events are ordered by (transaction, id): ids are taken before the commit, so a
 * slow transaction may add a lower id after a higher one was read; its transaction number still tells.
 */
export interface Position {
  xid: bigint
  id: number
}

export const formatPosition = (position: Position): string => `${position.xid}-${position.id}`

/** Undefined when the text is not a position of ours. */
export function parsePosition(text: string | undefined): Position | undefined {
  const parts = /^(\d{1,19})-(\d{1,15})$/.exec(text ?? '')
  return parts ? { xid: BigInt(parts[1]!), id: Number(parts[2]) } : undefined
}

export const isAfter = (a: Position, b: Position): boolean =>
  a.xid > b.xid || (a.xid === b.xid && a.id > b.id)

/** For the browser: whether a message at `a` comes after what was heard up to `b`. */
export function isLater(a: string, b: string | undefined): boolean {
  const [left, right] = [parsePosition(a), parsePosition(b)]
  return !left || !right || isAfter(left, right)
}
