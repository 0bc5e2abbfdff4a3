import type { MemberContext } from '#platform/context.ts'
import type { InterfaceLanguage } from '#platform/shared/i18n.ts'
import type { QueryOf, ResponseOf } from '#platform/shared/contract.ts'
import type { contract, SeenField } from '#modules/people/contract.ts'
import { readCursor, writeCursor } from '../cursor.ts'
import { listRegistered } from '../personal-data.ts'
import { listAccessNotes } from '../queries/access-log.ts'
import { wordsOfModule } from '../words.ts'

/**
 * Everything registered about a person, with that person's own values, who sees it, why and for how long. Drawn from
 * the registry that also guards the answers: what is not here cannot leave the server.
 */
export async function readWhatIsSeen(ctx: MemberContext, language: InterfaceLanguage): Promise<SeenField[]> {
  const seen: SeenField[] = []
  for (const module of listRegistered()) {
    const values = (await module.values?.(ctx, ctx.actor.memberId)) ?? {}
    const say = await wordsOfModule(module.name, language)
    for (const field of module.fields) {
      const key = `${field.entity}.${field.field}`
      seen.push({
        module: module.name,
        entity: field.entity,
        field: field.field,
        label: say(`personalField.${key}`) ?? say(field.purpose) ?? field.field,
        class: field.class,
        seenBy: [...field.seenBy],
        purpose: say(field.purpose) ?? field.purpose,
        retention: say(field.retention) ?? field.retention,
        values: values[key] ? [...values[key]] : null,
      })
    }
  }
  return seen
}

type Log = (typeof contract)['GET /api/v1/me/access-log']

/** Who opened a screen that names me, newest first. */
export async function readAccessLog(ctx: MemberContext, query: QueryOf<Log>): Promise<ResponseOf<Log>> {
  const limit = query.limit ?? 20
  const before = readCursor(query.cursor, 1)?.[0]
  const rows = await listAccessNotes(
    ctx.tx,
    ctx.actor.memberId,
    before !== undefined && /^\d{1,18}$/.test(before) ? before : undefined,
    limit,
  )
  const items = rows.slice(0, limit)
  return { items, next: rows.length > limit ? writeCursor([items.at(-1)!.id]) : null }
}
