import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useState } from 'react'
import { useMyCommunities } from '#modules/communities/web/public.ts'
import type { Audience, IssueWork } from '#modules/newsletters/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Button } from '#ui/Button.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { ComboBox } from '#ui/ComboBox.tsx'
import { DateField } from '#ui/DateField.tsx'
import { Notice, Section } from '#ui/Layout.tsx'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { TextField } from '#ui/TextField.tsx'
import { placesQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

type Lists = 'siteIds' | 'entityIds' | 'communityIds'

/** The title, and whom the issue is meant for; how many that is stands there before anything leaves. */
export function AudienceStep({ work }: { work: IssueWork }) {
  const t = useT()
  const { language } = useLanguage()
  const places = useQuery(placesQuery).data
  const communities = useMyCommunities()
  const [title, setTitle] = useState(work.title)
  const [audience, setAudience] = useState(work.audience)
  const [deadline, setDeadline] = useState(work.localDeadline?.slice(0, 10) ?? null)
  const isDraft = work.state === 'draft'
  const reach = useQuery({
    queryKey: ['newsletters', 'reach', work.id, audience],
    queryFn: ({ signal }) =>
      api('POST /api/v1/newsletter-issues/:issue/reach', {
        params: { issue: work.id },
        body: { audience },
        signal,
      }),
  })
  const save = useAct(
    (_: void, idempotencyKey) =>
      api('PUT /api/v1/newsletter-issues/:issue/work', {
        params: { issue: work.id },
        body: {
          base: work.version,
          title,
          audience,
          localDeadline: deadline ? `${deadline}T16:00:00.000Z` : null,
        },
        idempotencyKey,
      }),
    t('form.saved'),
  )
  const options: Record<Lists, { id: string; label: string }[]> = {
    siteIds: (places?.sites ?? []).map(({ id, name }) => ({ id, label: name })),
    entityIds: (places?.entities ?? []).map(({ id, name }) => ({ id, label: name })),
    communityIds: communities.map(({ id, name }) => ({ id, label: pickText(name, language) })),
  }
  const labels = {
    siteIds: t('audience.sites'),
    entityIds: t('audience.entities'),
    communityIds: t('audience.communities'),
  }
  const set = (change: Partial<Audience>): void => setAudience({ ...audience, ...change })
  return (
    <div className="grid gap-6">
      <Section title={t('audience.title')} level={3}>
        <div className="grid gap-3 sm:grid-cols-2">
          {(work.newsletter.languages as ('fr' | 'en')[]).map((one) => (
            <TextField
              key={one}
              label={t('audience.titleIn', { language: t(one === 'fr' ? 'form.fr' : 'form.en') })}
              value={title[one] ?? ''}
              onChange={(value) => setTitle({ ...title, [one]: value })}
              maxLength={150}
              isDisabled={!isDraft}
            />
          ))}
        </div>
      </Section>
      <Section title={t('audience.who')} hint={t('audience.never')} level={3}>
        <div className="grid gap-4">
          <RadioGroup
            label={t('audience.who')}
            value={audience.mode}
            onChange={(mode) => set({ mode: mode as Audience['mode'] })}
            isDisabled={!isDraft}
            options={[
              {
                id: 'everyone',
                label: t(work.newsletter.community ? 'audience.community' : 'audience.everyone'),
              },
              { id: 'any', label: t('audience.any') },
              { id: 'all', label: t('audience.all') },
            ]}
          />
          {audience.mode !== 'everyone' && (
            <>
              {(['siteIds', 'entityIds', 'communityIds'] as const).map((list) => (
                <div key={list} className="grid gap-2">
                  <ComboBox
                    key={audience[list].length}
                    label={labels[list]}
                    options={options[list].filter(({ id }) => !audience[list].includes(id))}
                    onChange={(id) => id && set({ [list]: [...audience[list], id] })}
                    isDisabled={!isDraft}
                  />
                  <p className="flex flex-wrap gap-2 empty:hidden">
                    {audience[list].map((id) => {
                      const name = options[list].find((one) => one.id === id)?.label ?? '…'
                      return (
                        <Button
                          key={id}
                          size="small"
                          isDisabled={!isDraft}
                          aria-label={t('audience.remove', { name })}
                          onPress={() => set({ [list]: audience[list].filter((other) => other !== id) })}
                        >
                          {name}
                          <X aria-hidden />
                        </Button>
                      )
                    })}
                  </p>
                </div>
              ))}
              <fieldset className="flex flex-wrap gap-4">
                <legend className="pb-1 text-sm font-semibold">{t('audience.languages')}</legend>
                {(['fr', 'en'] as const).map((one) => (
                  <Checkbox
                    key={one}
                    isDisabled={!isDraft}
                    isSelected={audience.languages.includes(one)}
                    onChange={(is) =>
                      set({
                        languages: is
                          ? [...audience.languages, one]
                          : audience.languages.filter((other) => other !== one),
                      })
                    }
                  >
                    {t(one === 'fr' ? 'form.fr' : 'form.en')}
                  </Checkbox>
                ))}
              </fieldset>
            </>
          )}
          <div role="status">
            {reach.data && (
              <Notice>
                {t('audience.reach', { n: reach.data.people })}{' '}
                {reach.data.unreachable ? t('audience.unreachable', { n: reach.data.unreachable }) : ''}
              </Notice>
            )}
          </div>
          {work.newsletter.editions.length > 0 && (
            <DateField label={t('audience.deadline')} value={deadline} onChange={setDeadline} optional />
          )}
        </div>
      </Section>
      {isDraft && (
        <p>
          <Button look="primary" isPending={save.isPending} onPress={() => save.run()}>
            {t('form.save')}
          </Button>
        </p>
      )}
    </div>
  )
}
