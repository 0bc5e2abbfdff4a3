import type { MayHear, Realtime } from '#platform/realtime/realtime.ts'
import type { Services } from '#platform/services.ts'

export function createRealtime(_services: Omit<Services, 'realtime'>, _mayHear: MayHear): Realtime {
  return {
    streams: 0,
    open: () => Promise.resolve(() => {}),
    disconnectMember() {},
    start: () => Promise.resolve(),
    stop: () => Promise.resolve(),
  }
}
