import { Ellipsis, HandHeart } from 'lucide-react'
import { useState } from 'react'
import { CommunityLink } from '#modules/communities/web/public.ts'
import { MemberLink } from '#modules/people/web/public.ts'
import { api } from '#platform/web/api.ts'
import { AvatarStack } from '#ui/AvatarStack.tsx'
import { Button } from '#ui/Button.tsx'
import { Menu } from '#ui/Menu.tsx'
import type { Wish } from '#modules/lifecycle/contract.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { AnswerDialog, OpportunityDialog } from './WishDialogs.tsx'

/** Support by name, or take it back. */
export function SupportButton({ wish }: { wish: Wish }) {
  const t = useT()
  const act = useAct((isSupported: boolean) => {
    const params = { wishId: wish.id }
    return isSupported
      ? api('PUT /api/v1/community-wishes/:wishId/support', { params })
      : api('DELETE /api/v1/community-wishes/:wishId/support', { params })
  }, t('saved'))
  return (
    <Button
      size="small"
      look={wish.isSupported ? 'quiet' : 'secondary'}
      isPending={act.isPending}
      onPress={() => act.run(!wish.isSupported)}
    >
      <HandHeart aria-hidden />
      {t(wish.isSupported ? 'wishes.unsupport' : 'wishes.support')}
    </Button>
  )
}

/** One wish: what is missing, whose problem it is, who supports it, and what became of it. */
export function WishRow({ wish, mayCreate }: { wish: Wish; mayCreate: boolean }) {
  const t = useT()
  const [asked, setAsked] = useState<'answer' | 'begin'>()
  const takeBack = useAct(
    () => api('DELETE /api/v1/community-wishes/:wishId', { params: { wishId: wish.id } }),
    t('wishes.takenBack'),
  )
  const acts = [
    ...(mayCreate ? [{ id: 'begin', label: t('wishes.begin'), onAction: () => setAsked('begin') }] : []),
    { id: 'answer', label: t('wishes.answer'), onAction: () => setAsked('answer') },
    ...(wish.isMine
      ? [{ id: 'back', label: t('wishes.takeBack'), danger: true, onAction: () => takeBack.run(undefined) }]
      : []),
  ]
  return (
    <div className="flex items-start gap-3">
      <div className="grid min-w-0 flex-1 gap-1.5">
        <h3 className="text-lg" dir="auto">
          {wish.subject}
        </h3>
        {wish.problem && (
          <p className="max-w-[38rem] whitespace-pre-line" dir="auto">
            {wish.problem}
          </p>
        )}
        {wish.whoTalks && (
          <p className="text-muted" dir="auto">
            {t('wishes.whoTalks')} {wish.whoTalks}
          </p>
        )}
        <p className="text-sm text-muted">
          {wish.by ? t('wishes.by', { name: wish.by.displayName }) : t('wishes.unnamed')}
        </p>
        {wish.outcome && (
          <p className="flex flex-wrap items-center gap-2">
            <span>{t(wish.outcome === 'exists' ? 'wishes.exists' : 'wishes.became')}</span>
            {wish.community ? <CommunityLink community={wish.community} /> : t('wishes.hidden')}
            {wish.word && <span dir="auto">{wish.word}</span>}
          </p>
        )}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          {wish.supporters.length > 0 && (
            <AvatarStack
              people={wish.supporters.map(({ id, displayName, photoUrl }) => ({
                id,
                name: displayName,
                photo: photoUrl,
              }))}
              total={wish.supporterCount}
              max={4}
            />
          )}
          <details className="text-sm">
            <summary>{t('wishes.supporters', { n: wish.supporterCount })}</summary>
            <ul className="mt-1 flex list-none flex-wrap gap-x-3 p-0">
              {wish.supporters.map((card) => (
                <li key={card.id}>
                  <MemberLink member={card} />
                </li>
              ))}
            </ul>
          </details>
          {!wish.outcome && <SupportButton wish={wish} />}
        </div>
      </div>
      {!wish.outcome && (
        <Menu
          label={t('wishes.acts', { subject: wish.subject })}
          trigger={
            <Button look="quiet" icon aria-label={t('wishes.acts', { subject: wish.subject })}>
              <Ellipsis aria-hidden />
            </Button>
          }
          groups={[acts]}
        />
      )}
      {asked === 'answer' && <AnswerDialog wish={wish} onClose={() => setAsked(undefined)} />}
      {asked === 'begin' && <OpportunityDialog wish={wish} onClose={() => setAsked(undefined)} />}
    </div>
  )
}
