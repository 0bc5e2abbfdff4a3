import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { communityPath, useMyCommunities } from '#modules/communities/web/public.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Button } from '#ui/Button.tsx'
import { Select } from '#ui/Select.tsx'
import { useT } from '../t.ts'
import { useStep, type Waiting } from '../use-step.ts'
import { Sheet } from './Sheet.tsx'

/** Notes that the question goes to a neighbouring community, and leads there to write it. */
export function NeighbourDialog({
  slug,
  question,
  onClose,
  onDone,
}: {
  slug: string
  question: Waiting
  onClose: () => void
  onDone?: (() => void) | undefined
}) {
  const t = useT()
  const { language } = useLanguage()
  const navigate = useNavigate()
  const communities = useMyCommunities().filter((one) => one.slug !== slug)
  const [chosen, setChosen] = useState<string | null>(null)
  const there = communities.find(({ id }) => id === chosen)
  const step = useStep(slug, question.id, {
    onClose,
    onDone: () => {
      onDone?.()
      if (there) void navigate({ to: communityPath(there.slug) })
    },
  })
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
            isDisabled={!there}
            isPending={step.isPending}
            onPress={() =>
              there && step.take({ step: 'askedNeighbour', toCommunityId: there.id }, t('did.neighbour'))
            }
          >
            {t('neighbour.send')}
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        <p className="text-muted">{communities.length > 0 ? t('neighbour.hint') : t('neighbour.none')}</p>
        {communities.length > 0 && (
          <Select
            label={t('neighbour.where')}
            options={communities.map((one) => ({ id: one.id, label: pickText(one.name, language) }))}
            value={chosen}
            onChange={setChosen}
          />
        )}
      </div>
    </Sheet>
  )
}
