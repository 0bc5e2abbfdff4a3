import type { NoteThread } from '#modules/moderation/contract.ts'
import { MemberAvatar } from '#modules/people/web/public.ts'
import { Time } from '#ui/Time.tsx'

/** Words exchanged, oldest first. */
export const NoteList = ({ notes }: { notes: NoteThread['notes'] }) => (
  <ol className="grid list-none gap-3 p-0">
    {notes.map((note) => (
      <li key={note.id} className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
        <MemberAvatar member={note.by} size="s" />
        <div className="min-w-0">
          <p className="text-sm text-muted">
            <bdi>{note.by.displayName}</bdi> · <Time at={note.at} />
          </p>
          <p dir="auto" className="text-pretty whitespace-pre-line">
            {note.text}
          </p>
        </div>
      </li>
    ))}
  </ol>
)
