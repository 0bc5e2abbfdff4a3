import { useMutation, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#platform/web/api.ts'
import { ButtonLink, EyeLink } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { Slot } from '#platform/web/slots.tsx'
import { queryClient } from '#platform/web/query-client.ts'
import { useSession } from '#platform/web/session.ts'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { Section } from '#ui/Layout.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { Select } from '#ui/Select.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import type { OwnProfile } from '#modules/people/contract.ts'
import { FormError } from '../components/FormError.tsx'
import { PhotoEditor } from '../components/PhotoEditor.tsx'
import { TagsField } from '../components/TagsField.tsx'
import { TimezoneField } from '../components/TimezoneField.tsx'
import { commonLanguages, useNames } from '../names.ts'
import { memberPath } from '../paths.ts'
import { filtersQuery, ownProfileQuery } from '../queries.ts'
import { useT } from '../t.ts'

const none = 'none'

export function EditProfilePage() {
  const t = useT()
  const navigate = useNavigate()
  const { member } = useSession()
  const { languageName } = useNames()
  const stored = useSuspenseQuery(ownProfileQuery).data
  const places = useQuery(filtersQuery)
  const [draft, setDraft] = useState<Partial<OwnProfile>>({})
  const profile = { ...stored, ...draft }
  const set =
    <K extends keyof OwnProfile>(field: K) =>
    (value: OwnProfile[K]) =>
      setDraft((now) => ({ ...now, [field]: value }))
  const text = (field: 'givenName' | 'familyName' | 'pronouns' | 'jobTitle' | 'about') => ({
    value: profile[field] ?? '',
    onChange: (value: string) => setDraft((now) => ({ ...now, [field]: value === '' ? null : value })),
  })
  const save = useMutation({
    mutationFn: () => api('PATCH /api/v1/me/profile', { body: draft as never }),
    async onSuccess(saved) {
      queryClient.setQueryData(ownProfileQuery.queryKey, saved)
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: ['people'] }),
        queryClient.invalidateQueries({ queryKey: ['session'] }),
      ])
      toast(t('edit.saved'))
      await navigate({ href: memberPath(saved.id) })
    },
  })
  const named = (list: { id: string; name: string }[] | undefined, current: string | null, name: string) => [
    { id: none, label: t('edit.none') },
    ...(list ?? []).map((one) => ({ id: one.id, label: one.name })),
    ...(current && !list?.some((one) => one.id === current) ? [{ id: current, label: name }] : []),
  ]
  return (
    <Page title={t('edit.title')}>
      <PageHeader title={t('edit.title')} lead={t('edit.lead')} acts={<EyeLink of={t('profile.eye')} />} />
      <PhotoEditor profile={stored} />
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        <Section title={t('edit.who')}>
          <div className="form-grid">
            <TextField
              label={t('edit.displayName')}
              hint={t('edit.displayNameHint')}
              autoComplete="name"
              value={profile.displayName}
              onChange={set('displayName')}
              isRequired
              maxLength={120}
            />
            <div className="form-pair">
              <TextField label={t('edit.pronouns')} optional {...text('pronouns')} maxLength={40} />
              <TextField
                label={t('edit.jobTitle')}
                optional
                autoComplete="organization-title"
                {...text('jobTitle')}
                maxLength={120}
              />
            </div>
            {!member?.isGuest && (
              <div className="form-pair">
                <Select
                  label={t('edit.entity')}
                  value={profile.entityId ?? none}
                  onChange={(id) => set('entityId')(id === none ? null : id)}
                  options={named(places.data?.entities, stored.entityId, t('edit.current'))}
                />
                <Select
                  label={t('edit.site')}
                  value={profile.siteId ?? none}
                  onChange={(id) => set('siteId')(id === none ? null : id)}
                  options={named(places.data?.sites, stored.siteId, t('edit.current'))}
                />
              </div>
            )}
          </div>
        </Section>
        <Section title={t('edit.help')}>
          <div className="form-grid">
            <TagsField
              label={t('edit.askMeAbout')}
              hint={t('edit.askMeAboutHint')}
              value={profile.askMeAbout}
              onChange={set('askMeAbout')}
            />
            <TextArea label={t('edit.about')} optional {...text('about')} rows={4} maxLength={2000} />
          </div>
        </Section>
        <Section title={t('edit.reach')}>
          <div className="form-grid">
            <TagsField
              label={t('edit.languages')}
              hint={t('edit.languagesHint')}
              value={profile.languages}
              onChange={set('languages')}
              options={commonLanguages.map((id) => ({ id, label: languageName(id) }))}
              nameOf={languageName}
            />
            <TimezoneField
              label={t('edit.timezone')}
              hint={t('edit.timezoneHint')}
              optional
              value={profile.timezone}
              onChange={set('timezone')}
            />
          </div>
        </Section>
        <FormError error={save.error} />
        <div className="form-acts">
          <Button type="submit" look="primary" isPending={save.isPending}>
            {t('edit.save')}
          </Button>
          <ButtonLink to={memberPath(stored.id)} look="quiet">
            {t('edit.cancel')}
          </ButtonLink>
        </div>
      </form>
      <Slot name="profileEditBlocks" />
    </Page>
  )
}
