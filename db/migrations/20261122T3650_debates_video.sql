-- The neutral file may hold a video. Bytes and captions are the platform's; who may watch it, the debate's.
alter table debates.debate add column video_id uuid references platform.video on delete set null;
create index debate_video on debates.debate (video_id);
