import type { Story } from '#modules/campaigns/contract.ts'
import { CommunityLink } from '#modules/communities/web/public.ts'
import { MemberLink } from '#modules/people/web/public.ts'
import { api } from '#platform/web/api.ts'
import { ButtonLink } from '#platform/web/links.tsx'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Prose } from '#ui/Prose.tsx'
import { Tag } from '#ui/Tag.tsx'
import { useState } from 'react'
import { campaignPath, postPath } from '../paths.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { useDays } from '../use-days.ts'
import { StoryMedia } from './StoryMedia.tsx'

/** One story: its words, picture and video; for its author where it stands, and who said what. */
export function StoryCard({ story, address, isMine }: { story: Story; address: string; isMine: boolean }) {
  const t = useT()
  const day = useDays()
  const [isRemoving, setRemoving] = useState(false)
  const remove = useAct(
    () => api('DELETE /api/v1/stories/:storyId', { params: { storyId: story.id } }),
    t('story.removed'),
    () => setRemoving(false),
  )
  const send = useAct(
    (_, idempotencyKey) =>
      api('POST /api/v1/stories/:storyId/sending', { params: { storyId: story.id }, idempotencyKey }),
    (_, now) => t(now.state === 'shown' ? 'story.sent' : 'story.sentAsk'),
  )
  return (
    <article className="grid gap-3 py-2" aria-label={story.title}>
      <div className="grid gap-1">
        {story.state !== 'shown' && (
          <p>
            <Tag tone={story.state === 'waiting' ? 'warn' : 'neutral'}>{t(`story.state.${story.state}`)}</Tag>
          </p>
        )}
        <h3 className="text-lg" lang={story.language}>
          {story.title}
        </h3>
        <p className="flex flex-wrap gap-x-2 text-sm text-muted">
          <MemberLink member={story.author} />
          <CommunityLink community={story.community} />
          <time dateTime={story.at}>{day(story.at)}</time>
        </p>
      </div>
      <StoryMedia story={story} storyId={story.id} />
      <Prose html={story.bodyHtml} language={story.language} />
      {isMine && story.consents.length > 0 && (
        <ul className="grid gap-1 text-sm" aria-label={t('story.people')}>
          {story.consents.map((consent) => (
            <li key={consent.member.id} className="flex flex-wrap items-center gap-x-2">
              <MemberLink member={consent.member} />
              <Tag
                tone={consent.answer === 'yes' ? 'good' : consent.answer === 'waiting' ? 'warn' : 'neutral'}
              >
                {t(`story.answer.${consent.answer}`)}
              </Tag>
              {consent.until && (
                <span className="text-muted">{t('story.until', { date: day(consent.until) })}</span>
              )}
              {consent.outside && <span className="text-muted">{t('story.outside')}</span>}
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap gap-2">
        {story.postId && story.state === 'shown' && (
          <ButtonLink to={postPath(story.postId)} size="small">
            {t('story.conversation')}
          </ButtonLink>
        )}
        {story.can.change && story.state === 'draft' && (
          <Button size="small" look="primary" isPending={send.isPending} onPress={() => send.run()}>
            {t(story.consents.some(({ answer }) => answer === 'waiting') ? 'story.sendAsk' : 'story.send')}
          </Button>
        )}
        {story.can.change && (
          <ButtonLink to={campaignPath(address, { story: story.id })} size="small">
            {t('story.edit')}
          </ButtonLink>
        )}
        {story.can.remove && (
          <Button size="small" look="quiet" onPress={() => setRemoving(true)}>
            {t('story.remove')}
          </Button>
        )}
      </div>
      <Dialog
        title={t('story.removeTitle')}
        isOpen={isRemoving}
        alert
        onClose={() => setRemoving(false)}
        acts={
          <>
            <Button onPress={() => setRemoving(false)}>{t('cancel')}</Button>
            <Button look="danger" isPending={remove.isPending} onPress={() => remove.run()}>
              {t('story.remove')}
            </Button>
          </>
        }
      >
        <p>{t('story.removeHint')}</p>
      </Dialog>
    </article>
  )
}
