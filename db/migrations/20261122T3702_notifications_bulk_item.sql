-- Letters to many leave the index by thing: while a hundred thousand rows carry the same key, it must never be a way to
-- one person's row. That way is the primary key, whatever the planner's statistics say of a table just filled.
drop index notifications.delivery_item;
create index delivery_item on notifications.delivery (item_key, channel, state) where not is_bulk;
-- How far a letter to many is, and what was left by a process that died. Without those who wait: they are claimed in the
-- order of delivery_bulk_due, and this index is no way to them either.
drop index notifications.delivery_bulk_sending;
create index delivery_bulk_item on notifications.delivery (item_key, state) where is_bulk and state <> 'waiting';
