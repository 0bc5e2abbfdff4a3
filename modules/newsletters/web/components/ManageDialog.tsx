import { useQuery } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { PersonPicker, useMyCommunities } from '#modules/communities/web/public.ts'
import { MemberLink } from '#modules/people/web/public.ts'
import { rhythms } from '../rhythms.ts'
import type { NewsletterDetail } from '#modules/newsletters/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { Select } from '#ui/Select.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { TextField } from '#ui/TextField.tsx'
import { newsletterQuery, placesQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

/** Name and rhythm, who writes, and the local editions. */
export function ManageDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useT()
  const { data } = useQuery(newsletterQuery(id))
  return (
    <Dialog title={t('list.manage')} isOpen onClose={onClose} wide>
      {data ? (
        <div className="grid gap-6">
          <Facts key={data.id} newsletter={data} />
          <Editors newsletter={data} />
          <Editions newsletter={data} />
        </div>
      ) : (
        <SkeletonRows rows={4} />
      )}
    </Dialog>
  )
}

function Facts({ newsletter: one }: { newsletter: NewsletterDetail }) {
  const t = useT()
  const [fr, setFr] = useState(one.name.fr ?? '')
  const [en, setEn] = useState(one.name.en ?? '')
  const [rhythm, setRhythm] = useState<NewsletterDetail['rhythm']>(one.rhythm)
  const save = useAct(
    (_: void, idempotencyKey) =>
      api('PUT /api/v1/newsletters/:newsletter', {
        params: { newsletter: one.id },
        body: {
          name: { ...(fr && { fr }), ...(en && { en }) },
          purpose: one.purpose,
          rhythm,
          languages: [...(fr ? ['fr' as const] : []), ...(en ? ['en' as const] : [])],
          isClosed: one.isClosed,
        },
        idempotencyKey,
      }),
    t('form.saved'),
  )
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <TextField label={t('form.nameFr')} value={fr} onChange={setFr} maxLength={80} />
      <TextField label={t('form.nameEn')} value={en} onChange={setEn} maxLength={80} />
      <Select
        label={t('form.rhythm')}
        value={rhythm}
        onChange={(id) => setRhythm(id as typeof rhythm)}
        options={rhythms.map((id) => ({ id, label: t(`rhythm.${id}`) }))}
      />
      <p className="self-end">
        <Button isPending={save.isPending} isDisabled={!fr && !en} onPress={() => save.run()}>
          {t('form.save')}
        </Button>
      </p>
    </div>
  )
}

function Editors({ newsletter: one }: { newsletter: NewsletterDetail }) {
  const t = useT()
  const [edition, setEdition] = useState('all')
  const name = useAct(
    (input: { memberId: string; editionId: string | null; isEditor: boolean }) =>
      api('PUT /api/v1/newsletters/:newsletter/editors', { params: { newsletter: one.id }, body: input }),
    t('done.named'),
  )
  const nameOf = (id: string | null) =>
    id ? (one.editions.find((edition) => edition.id === id)?.name ?? '') : t('editors.all')
  return (
    <Section title={t('editors.title')} hint={t('editors.hint')} level={3}>
      {one.editors.length === 0 ? (
        <p className="text-muted">{t('editors.none')}</p>
      ) : (
        <Rows label={t('editors.title')}>
          {one.editors.map(({ member, editionId }) => (
            <li key={`${member.id} ${editionId}`} className="flex items-center justify-between gap-3">
              <span>
                <MemberLink member={member} /> · {nameOf(editionId)}
              </span>
              <Button
                icon
                look="quiet"
                aria-label={t('editors.remove', { name: member.displayName })}
                isDisabled={name.isPending}
                onPress={() => name.run({ memberId: member.id, editionId, isEditor: false })}
              >
                <Trash2 aria-hidden />
              </Button>
            </li>
          ))}
        </Rows>
      )}
      <div className="grid gap-3 pt-3 sm:grid-cols-2">
        <Select
          label={t('editors.of')}
          value={edition}
          onChange={setEdition}
          options={[
            { id: 'all', label: t('editors.all') },
            ...one.editions.map(({ id, name: label }) => ({ id, label })),
          ]}
        />
        <PersonPicker
          label={t('editors.add')}
          {...(one.community && { slug: one.community.slug })}
          employeesOnly={!one.community}
          onChoose={(card) =>
            card &&
            name.run({ memberId: card.id, editionId: edition === 'all' ? null : edition, isEditor: true })
          }
        />
      </div>
    </Section>
  )
}

function Editions({ newsletter: one }: { newsletter: NewsletterDetail }) {
  const t = useT()
  const { language } = useLanguage()
  const places = useQuery(placesQuery).data
  const communities = useMyCommunities()
  const [scope, setScope] = useState<'site' | 'entity' | 'community'>('site')
  const [placeId, setPlaceId] = useState('')
  const options =
    scope === 'community'
      ? communities.map(({ id, name }) => ({ id, label: pickText(name, language) }))
      : ((scope === 'site' ? places?.sites : places?.entities) ?? []).map(({ id, name }) => ({
          id,
          label: name,
        }))
  const open = useAct(
    (_: void, idempotencyKey) =>
      api('POST /api/v1/newsletters/:newsletter/editions', {
        params: { newsletter: one.id },
        body: { name: options.find(({ id }) => id === placeId)!.label, scope, scopeId: placeId },
        idempotencyKey,
      }),
    t('done.named'),
    () => setPlaceId(''),
  )
  const close = useAct(
    (edition: string) =>
      api('DELETE /api/v1/newsletters/:newsletter/editions/:edition', {
        params: { newsletter: one.id, edition },
      }),
    t('done.named'),
  )
  return (
    <Section title={t('editions.title')} hint={t('editions.hint')} level={3}>
      <Rows label={t('editions.title')}>
        {one.editions.map((edition) => (
          <li key={edition.id} className="flex items-center justify-between gap-3">
            <span>
              {edition.name} · {t(`scope.${edition.scope}`)}
            </span>
            <Button
              icon
              look="quiet"
              aria-label={t('editions.close', { name: edition.name })}
              isDisabled={close.isPending}
              onPress={() => close.run(edition.id)}
            >
              <Trash2 aria-hidden />
            </Button>
          </li>
        ))}
      </Rows>
      <div className="grid gap-3 pt-3 sm:grid-cols-3">
        <Select
          label={t('editions.scope')}
          value={scope}
          onChange={(id) => {
            setScope(id as typeof scope)
            setPlaceId('')
          }}
          options={(['site', 'entity', 'community'] as const).map((id) => ({ id, label: t(`scope.${id}`) }))}
        />
        <Select label={t(`scope.${scope}`)} value={placeId || null} onChange={setPlaceId} options={options} />
        <p className="self-end">
          <Button isPending={open.isPending} isDisabled={!placeId} onPress={() => open.run()}>
            {t('editions.open')}
          </Button>
        </p>
      </div>
    </Section>
  )
}
