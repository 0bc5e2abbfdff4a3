import { serve } from '#platform/http/serve.ts'
import type { BoundRoute } from '#platform/http/serve.ts'
import { realtimeContract } from '#platform/realtime/contract.ts'
import type { RealtimeMessage } from '#platform/realtime/realtime.ts'

/** Shorter than the idle limits of common proxies (30–60 s). */
const heartbeatMilliseconds = 25_000
/** Then the browser comes back by itself and proves its session again. */
const lifetimeMilliseconds = 30 * 60_000
/** A browser that does not read is cut off; it resumes where it stopped. */
const longestBacklog = 1024 * 1024

/** The one stream of a browser (docs/mechanisms/realtime.md). */
export const realtimeRoutes: BoundRoute[] = serve(realtimeContract, {
  async 'GET /api/v1/stream'(ctx, { query, request, reply, services }) {
    const { memberId, sessionId } = ctx.actor
    const raw = reply.raw
    reply.hijack()
    raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'private, no-store, no-transform',
      'x-accel-buffering': 'no',
      // Nothing follows on this connection; kept alive, it would hold up a stopping server.
      connection: 'close',
    })
    raw.write('retry: 2000\n\n')
    let isOpen = true
    let leave: (() => void) | undefined
    const heartbeat = setInterval(() => raw.write(': \n\n'), heartbeatMilliseconds)
    const lifetime = setTimeout(close, lifetimeMilliseconds * (0.9 + Math.random() * 0.2))
    function close(): void {
      if (!isOpen) return
      isOpen = false
      clearInterval(heartbeat)
      clearTimeout(lifetime)
      leave?.()
      raw.end()
    }
    raw.on('close', close)
    raw.on('error', close)
    // EventSource sends the header when it comes back by itself; a tab that takes over the stream says it in the address.
    const lastEventId = request.headers['last-event-id'] ?? query.since
    leave = await services.realtime
      .open({
        memberId,
        sessionId,
        since: typeof lastEventId === 'string' ? lastEventId : undefined,
        send: (message) => write(formatMessage(message)),
        start: (position, isGap) =>
          write(`id: ${position}\nevent: ${isGap ? 'reset' : 'hello'}\ndata: {}\n\n`),
        end: close,
      })
      .catch((error: Error) => {
        services.log.warn({ err: error.message }, 'a stream could not be opened')
        close()
        return undefined
      })
    if (!isOpen) leave?.()

    function write(text: string): void {
      if (!isOpen) return
      raw.write(text)
      if (raw.writableLength > longestBacklog) close()
    }
    return reply
  },
})

const formatMessage = (message: RealtimeMessage): string =>
  `id: ${message.position}\ndata: ${JSON.stringify({
    position: message.position,
    name: message.name,
    communityId: message.communityId,
    payload: message.payload,
  })}\n\n`
