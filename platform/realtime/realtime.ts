/** A thin message: what changed, never its text. The browser loads what it may see. */
export interface RealtimeMessage {
  /** Position in the event table, sent as the SSE id so that a stream resumes where it stopped. */
  sequence: number
  name: string
  communityId: string | null
  payload: Record<string, unknown>
}

/** Decides at the moment of delivery whether a person may hear of an event. */
export type MayHear = (memberId: string, messages: readonly RealtimeMessage[]) => Promise<readonly RealtimeMessage[]>

export interface Realtime {
  /** Opens a stream for a session; `since` is the last sequence the browser has. Returns how to close it. */
  open(stream: {
    memberId: string
    sessionId: string
    since: number | undefined
    send(message: RealtimeMessage): void
    /** Ends the stream (session revoked, member deactivated, server stopping). */
    end(): void
  }): Promise<() => void>
  /** Ends every stream of a member at once, on every node. */
  disconnectMember(memberId: string): void
  start(): Promise<void>
  stop(): Promise<void>
}
