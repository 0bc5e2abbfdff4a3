export interface Place {
  id: string
  position: number
}

/** Below this the middle of two numbers is no longer between them. */
const narrowest = 1e-9

/**
 * The positions to write so that an idea comes after another (`null`: first). `others` are the rest in their order.
 * Mostly one row; all of them when there is no room left between two.
 */
export function placeAfter(others: readonly Place[], id: string, afterId: string | null): Place[] {
  const index = afterId === null ? -1 : others.findIndex((one) => one.id === afterId)
  const before = others[index]
  const next = others[index + 1]
  if (!next) return [{ id, position: (before?.position ?? 0) + 1 }]
  if (!before) return [{ id, position: next.position - 1 }]
  if (next.position - before.position > narrowest)
    return [{ id, position: before.position + (next.position - before.position) / 2 }]
  const ids = others.map((one) => one.id)
  return ids.toSpliced(index + 1, 0, id).map((one, position) => ({ id: one, position: position + 1 }))
}
