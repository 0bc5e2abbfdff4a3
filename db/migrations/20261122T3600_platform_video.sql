-- Videos: bytes in the blob store, captions beside. Who may see one is decided by the module that holds its id.
create table platform.video (
  id uuid primary key,
  blob_id uuid not null references platform.blob,
  file_name text not null,
  transcript text check (length(transcript) <= 50000),
  created_at timestamptz not null
);

-- WebVTT written by us from checked cues: times and plain words only.
create table platform.video_caption (
  video_id uuid not null references platform.video on delete cascade,
  language text not null check (language ~ '^[a-z]{2,3}(-[A-Z]{2})?$'),
  vtt text not null,
  primary key (video_id, language)
);
