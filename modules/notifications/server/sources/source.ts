import type { Context } from '#platform/context.ts'
import { listen } from '#platform/events/events.ts'
import type { Listener, StoredEvent } from '#platform/events/events.ts'
import type { EventDefinition } from '#platform/shared/events.ts'
import { tell } from '../tell.ts'
import { keepSource } from './registry.ts'
import type { Item, Source } from './registry.ts'

export type { Description, Item, NoticeFacts, Receiver, Source } from './registry.ts'

/** An event turned into things to tell; runs as the system, once per event, after its commit. */
type Hear = {
  event: EventDefinition<never>
  items(ctx: Context, event: StoredEvent<never>): Promise<Item | Item[] | undefined>
}
export const on = <P extends object>(
  event: EventDefinition<P>,
  items: (ctx: Context, event: StoredEvent<P>) => Promise<Item | Item[] | undefined>,
): Hear => ({ event, items }) as unknown as Hear

/**
 * Declares a source. Modules below notifications have theirs in this folder (listed in `index.ts`); a module above
 * declares its own and adds `source.listeners` to the listeners of its `module.ts`.
 */
export function defineSource(source: Omit<Source, 'listeners'> & { hears: readonly Hear[] }): Source {
  const { hears, ...rest } = source
  const made: Source = {
    ...rest,
    listeners: hears.map((hear) =>
      listen(hear.event as unknown as EventDefinition<object>, {
        name: `notifications.tell:${source.name}:${hear.event.eventName}`,
        attempts: 8,
        async run(ctx, event) {
          for (const item of [await hear.items(ctx, event as StoredEvent<never>)].flat())
            if (item) await tell(ctx, source.name, item)
        },
      }),
    ) as unknown as Listener[],
  }
  keepSource(made)
  return made
}
