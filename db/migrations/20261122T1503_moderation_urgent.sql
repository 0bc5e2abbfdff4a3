-- The yearly figures say apart how often something was decided without waiting for a correction.
alter table moderation.past_case add column urgent boolean not null default false;
