import type { Tx } from '#platform/db/tx.ts'

/** A thin message: what changed, never its text. The browser loads what it may see. */
export interface RealtimeMessage {
  /** Identifier of the event; the same fact has the same number on every node. */
  sequence: number
  /** Where a stream resumes (`Last-Event-ID`): transaction and event, because commit order is not id order. */
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
  /** The browser was away too long for a replay: it loads afresh. */
  reset(position: string): void
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
