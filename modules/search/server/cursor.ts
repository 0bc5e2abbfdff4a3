import { Refusal } from '#platform/shared/refusal.ts'

/** The end of a list: its last score and row, the instant the first page was ranked at, and which list it is. */
export interface Position {
  score: number
  id: string
  now: Date
  /** The list of texts that have some of the words, or words like them. */
  isNear: boolean
}

export const writeSearchCursor = ({ score, id, now, isNear }: Position): string =>
  Buffer.from(JSON.stringify([score, id, now.getTime(), isNear])).toString('base64url')

/** What `writeSearchCursor` wrote; anything else is `invalidInput`. */
export function readSearchCursor(cursor: string | undefined): Position | undefined {
  if (cursor === undefined) return undefined
  try {
    const [score, id, at, isNear] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[]
    const isOurs =
      Number.isFinite(score) &&
      /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(String(id)) &&
      typeof at === 'number' &&
      Math.abs(at) < 4e12 &&
      typeof isNear === 'boolean'
    if (isOurs) return { score: score as number, id: id as string, now: new Date(at), isNear }
  } catch {
    // Not JSON: not ours either.
  }
  throw new Refusal('invalidInput', {
    fields: [{ field: 'query/cursor', problem: 'is not a cursor of this list' }],
  })
}
