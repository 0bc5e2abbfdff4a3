import { useMutation } from '@tanstack/react-query'
import { api } from '#platform/web/api.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { useT } from '../t.ts'
import { MemberAvatar } from './MemberLink.tsx'

/** The demo company's people: one tap enters as one of them. */
export function CastChooser({
  cast,
  onEntered,
}: {
  cast: readonly MemberCard[]
  onEntered: () => Promise<void>
}) {
  const t = useT()
  const onError = useErrorToast(t)
  const enter = useMutation({
    mutationFn: (memberId: string) => api('POST /api/v1/demo-session', { body: { memberId } }),
    onSuccess: onEntered,
    onError,
  })
  return (
    <section aria-labelledby="cast-title" className="grid content-start gap-3">
      <div className="grid gap-1">
        <h2 id="cast-title">{t('cast.title')}</h2>
        <p className="text-muted">{t('cast.lead')}</p>
      </div>
      <ul className="cast">
        {cast.map((member) => (
          <li key={member.id}>
            <button
              type="button"
              className="cast-person"
              disabled={enter.isPending}
              onClick={() => enter.mutate(member.id)}
            >
              <MemberAvatar member={member} size="l" />
              <span>
                <span className="cast-name">{member.displayName}</span>
                <span className="cast-role">
                  {[member.jobTitle, member.entityName].filter(Boolean).join(' · ')}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
