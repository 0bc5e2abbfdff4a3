import { openDB } from 'idb'
import type { DBSchema, IDBPDatabase } from 'idb'

/** An answer of the API as this device has seen it. */
export interface KeptAnswer {
  /** Address with its query. */
  path: string
  body: unknown
  /** Milliseconds since 1970, by this device's clock. */
  at: number
}

/** Something written while there was no network. */
export interface Waiting {
  /** Also the idempotency key: however often it is sent, it has one effect. */
  id: string
  /** Two people may share a workshop's computer. */
  memberId: string
  route: string
  params: Record<string, string>
  body: unknown
  /** The first words, and where they go, for the list of what waits. */
  text: string
  place: string
  /** Page where it will be read. */
  href: string
  at: number
  /** Why the server refused it; it then waits for its author. */
  refused?: string
}

interface Schema extends DBSchema {
  kept: { key: string; value: KeptAnswer; indexes: { at: number } }
  waiting: { key: string; value: Waiting; indexes: { at: number } }
}

let opened: Promise<IDBPDatabase<Schema> | undefined> | undefined

/** The product's database on this device; undefined where the browser forbids it (private windows, policy). */
export function localDb(): Promise<IDBPDatabase<Schema> | undefined> {
  opened ??= openDB<Schema>('preau', 1, {
    upgrade(db) {
      for (const name of ['kept', 'waiting'] as const)
        db.createObjectStore(name, { keyPath: name === 'kept' ? 'path' : 'id' }).createIndex('at', 'at')
    },
    // A newer version of the product in another tab wants to change it: let it.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
    terminated: () => {
      opened = undefined
    },
  }).catch(() => undefined)
  return opened
}
