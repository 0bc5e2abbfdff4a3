import { Type as T } from 'typebox'
import { defineRoute } from '#platform/shared/contract.ts'

export const realtimeContract = {
  'GET /api/v1/stream': defineRoute({
    summary: 'Live events as server-sent events: what changed, never its text. Resumes by Last-Event-ID.',
    access: { kind: 'signedIn' },
    query: T.Object({
      since: T.Optional(T.String({ maxLength: 40, description: 'Position of the last message heard' })),
    }),
    answers: 'stream',
  }),
} as const
