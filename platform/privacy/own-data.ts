import type { Context } from '#platform/context.ts'

/** What erasing a person does to the rows that name them in one column. */
export interface MemberColumn {
  /** `schema.table` */
  table: string
  column: string
  /**
   * `keep`: an act that others' texts and decisions rest on; it is then a former member's. `delete`: the row was theirs
   * alone. `clear`: the row stays, without them. `own`: the module's `erase` takes care of it.
   */
  onErasure: 'keep' | 'delete' | 'clear' | 'own'
}

/** One list of a person's archive. */
export interface ArchiveSection {
  /** Also the file's name and, with the module's, the key of its title in words: `archive.posts`. */
  name: string
  /** One statement, `$1` is the person. Its columns are what the archive says: nothing of others. */
  sql: string
  /** The rows have `blobId` and `fileName`: the bytes come along. */
  hasFiles?: boolean
}

/** What a module hands out to a person about themselves, and what it forgets when they are erased. */
export interface OwnData {
  columns: readonly MemberColumn[]
  archive: readonly ArchiveSection[]
  /** What a column alone cannot say (counters, names inside texts); runs before the columns. */
  erase?: (ctx: Context, memberId: string, texts: 'keep' | 'delete') => Promise<void>
}

/** `columnsOf('discussions', 'keep', 'post.author_id comment.author_id')` */
export const columnsOf = (
  schema: string,
  onErasure: MemberColumn['onErasure'],
  names: string,
): MemberColumn[] =>
  names.split(' ').map((name) => {
    const [table = '', column = ''] = name.split('.')
    return { table: `${schema}.${table}`, column, onErasure }
  })

let registered: readonly { module: string; own: OwnData }[] = []

/** Told once at boot, lowest module first. */
export function registerOwnData(modules: readonly { name: string; ownData?: OwnData }[]): void {
  registered = modules.flatMap(({ name, ownData }) => (ownData ? [{ module: name, own: ownData }] : []))
}
export const listOwnData = (): typeof registered => registered
