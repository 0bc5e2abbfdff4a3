-- A text hidden under the charter or the law. Everything that could show it (words, names, reactions, history) is
-- taken out of its ordinary place into `kept`, exactly as a deletion empties it: whatever reads a deleted text reads
-- nothing of a hidden one either. Showing it again puts everything back.
create table discussions.hiding (
  post_id uuid not null references discussions.post on delete cascade,
  comment_id uuid,
  at timestamptz not null,
  -- Number and title of the charter's article as they stood; null: hidden because of the law.
  article int,
  article_title jsonb,
  -- A word for bystanders, shown at the place.
  note text,
  kept jsonb not null,
  foreign key (post_id, comment_id) references discussions.comment (post_id, id) on delete cascade,
  unique nulls not distinct (post_id, comment_id)
);
