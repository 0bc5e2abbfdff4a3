import type { Tx } from '#platform/db/tx.ts'

/** Takes back every trace of one thing that was told: its notices, and its lines in the ledger. `key` as in `Item.key`. */
export async function forgetItem(tx: Tx, source: string, key: string): Promise<void> {
  await tx.run(
    `with told as (
       delete from notifications.delivery where source = $1 and item_key = $2 and not is_bulk returning notice_id)
     delete from notifications.notice n using told where n.id = told.notice_id`,
    [source, key],
  )
}
