-- Wishes move to where they grow into communities. Those made before supporters were public stay without a name.
insert into lifecycle.wish (id, member_id, subject, is_named, at)
select id, member_id, subject, false, at from communities.wish
on conflict do nothing;
drop table communities.wish;
