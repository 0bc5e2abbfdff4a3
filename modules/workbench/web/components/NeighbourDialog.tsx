import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { communityPath } from '#modules/communities/web/public.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import type { Neighbour } from '#modules/workbench/contract.ts'
import { Button } from '#ui/Button.tsx'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { neighboursQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useStep, type Waiting } from '../use-step.ts'
import { Sheet } from './Sheet.tsx'

interface Props {
  slug: string
  question: Waiting
  onClose: () => void
  onDone?: (() => void) | undefined
}

/**
 * Asks next door: a community chosen for its subjects and members in common, and words that carry the question there.
 * Where its words must stay, the step is noted and the manager goes and asks in words of their own.
 */
export function NeighbourDialog({ slug, question, onClose, onDone }: Props) {
  const t = useT()
  const { language } = useLanguage()
  const navigate = useNavigate()
  const { data } = useQuery(neighboursQuery(slug, question.id))
  const [choice, setChosen] = useState<string>()
  const [text, setText] = useState(t('neighbour.draft'))
  const items = data?.items ?? []
  const there = (items.find(({ community }) => community.id === choice) ?? items[0])?.community
  const isShared = data?.isShareable ?? false
  const step = useStep(slug, question.id, {
    onClose,
    onDone: () => {
      onDone?.()
      if (there && !isShared) void navigate({ to: communityPath(there.slug) })
    },
  })
  const why = ({ subjects, hasSharedMembers, community }: Neighbour): string =>
    [
      subjects.length > 0 && t('neighbour.subjects', { subjects: subjects.join(', ') }),
      hasSharedMembers && t('neighbour.members'),
      community.partnersAdmitted && t('neighbour.partners'),
    ]
      .filter(Boolean)
      .join(' · ') || t('neighbour.noReason')
  const send = () => {
    if (!there) return
    step.take(
      {
        step: 'askedNeighbour',
        toCommunityId: there.id,
        ...(isShared && text.trim() && { shareText: text.trim() }),
      },
      t(isShared ? 'did.sharedNextDoor' : 'did.neighbour', { name: pickText(there.name, language) }),
    )
  }
  return (
    <Sheet
      slug={slug}
      title={t('neighbour.title')}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button
            look="primary"
            isDisabled={!there || (isShared && text.trim() === '')}
            isPending={step.isPending}
            onPress={send}
          >
            {t(isShared ? 'neighbour.publish' : 'neighbour.send')}
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        {!data && <SkeletonRows rows={3} />}
        {data && items.length === 0 && <p className="text-muted">{t('neighbour.none')}</p>}
        {data && items.length > 0 && (
          <>
            <p className="text-muted">{t(isShared ? 'neighbour.hint' : 'neighbour.stays')}</p>
            <RadioGroup
              label={t('neighbour.where')}
              cards
              value={there?.id ?? ''}
              onChange={setChosen}
              options={items.map((one) => ({
                id: one.community.id,
                label: pickText(one.community.name, language),
                hint: why(one),
              }))}
            />
            {isShared && (
              <TextArea
                label={t('neighbour.text')}
                value={text}
                onChange={setText}
                rows={3}
                maxLength={4000}
              />
            )}
          </>
        )}
      </div>
    </Sheet>
  )
}
