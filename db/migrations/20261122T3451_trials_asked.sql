-- A week after a delivery, those it was for were asked whether it works for them.
alter table trials.delivery add column asked_at timestamptz;
