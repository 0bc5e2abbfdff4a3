import type { Tx } from '#platform/db/tx.ts'

/** A thin message: what changed, never its text. The browser loads what it may see. */
export interface RealtimeMessage {
  /**
   * Place in the event table, the same on every node: transaction and event, because commit order is not id order.
   * The SSE id, so that a stream resumes where it stopped; compared with `isAfter` of platform/shared/position.ts.
   */
  position: string
  name: string
  communityId: string | null
  payload: Record<string, unknown>
}

/**
 * Which of these people may read which of these communities now: one statement for a whole batch of events and
 * every open stream. Only active people; asked at the moment of delivery.
 */
export type MayHear = (
  tx: Tx,
  memberIds: readonly string[],
  communityIds: readonly string[],
) => Promise<readonly { memberId: string; communityId: string }[]>

/** One open stream of a browser. */
export interface RealtimeStream {
  memberId: string
  sessionId: string
  /** Position of the last message that the browser has (`Last-Event-ID`). */
  since: string | undefined
  send(message: RealtimeMessage): void
  /** Nothing is replayed; messages follow from `position`. `isGap`: the browser missed some and loads afresh. */
  start(position: string, isGap: boolean): void
  /** Ends the stream (session revoked, member deactivated, server stopping). */
  end(): void
}

export interface Realtime {
  /** Opens a stream; replays what happened since and may be heard now. Returns how to close it. */
  open(stream: RealtimeStream): Promise<() => void>
  /**
   * Ends every stream of a member on every node, within a second. Inside a transaction use `endStreams(ctx, …)`
   * of platform/realtime/sessions.ts instead: it takes effect exactly when the transaction commits.
   */
  disconnectMember(memberId: string): void
  /** Streams open on this node. */
  readonly streams: number
  start(): Promise<void>
  stop(): Promise<void>
}
