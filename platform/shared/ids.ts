import type { TSchema } from 'typebox'
import { Type as T } from 'typebox'

/** A time-ordered identifier (UUID version 7) as it appears in paths and bodies. */
export const Id = T.String({
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
  description: 'Identifier',
})

/** An instant, ISO 8601 in UTC with milliseconds. */
export const Instant = T.String({ format: 'date-time', description: 'ISO 8601 instant, UTC' })

/** A calendar date without a time, `YYYY-MM-DD`. */
export const Day = T.String({ format: 'date', description: 'ISO 8601 date' })

export const Nullable = <S extends TSchema>(schema: S) => T.Union([schema, T.Null()])

/** One page of a list. `next` is an opaque cursor, null on the last page. */
export const Page = <S extends TSchema>(item: S) =>
  T.Object({ items: T.Array(item), next: Nullable(T.String()) })

export const PageQuery = {
  cursor: T.Optional(T.String({ maxLength: 200 })),
  limit: T.Optional(T.Integer({ minimum: 1, maximum: 100, default: 20 })),
}
