import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { useSession } from '#platform/web/session.ts'
import { Button } from '#ui/Button.tsx'
import { Section } from '#ui/Layout.tsx'
import { Select } from '#ui/Select.tsx'
import { programmesQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

/** Links this community to a running programme that one leads. */
export function LinkProgramme({ communityId, linked }: { communityId: string; linked: readonly string[] }) {
  const t = useT()
  const { language } = useLanguage()
  const me = useSession().member?.id
  const { isActing, act } = useAct()
  const [chosen, setChosen] = useState<string | null>(null)
  const mine = (useQuery(programmesQuery(null)).data?.items ?? []).filter(
    ({ id, state, leader }) => state === 'running' && leader?.id === me && !linked.includes(id),
  )
  if (mine.length === 0) return null
  return (
    <Section title={t('change.link')} hint={t('change.linkHint')}>
      <div className="flex max-w-xl flex-wrap items-end gap-3">
        <Select
          label={t('change.which')}
          value={chosen}
          onChange={setChosen}
          className="min-w-64 flex-1"
          options={mine.map(({ id, name }) => ({ id, label: pickText(name, language) }))}
        />
        <Button
          isDisabled={chosen === null}
          isPending={isActing}
          onPress={() =>
            act(async () => {
              await api('POST /api/v1/programmes/:programmeId/communities', {
                params: { programmeId: chosen! },
                body: { communityId },
              })
              return t('communities.linked')
            })
          }
        >
          {t('change.linkSend')}
        </Button>
      </div>
    </Section>
  )
}
