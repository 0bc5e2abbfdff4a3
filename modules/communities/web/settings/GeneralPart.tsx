import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { CommunityChanges, CommunityDetail } from '#modules/communities/contract.ts'
import { api } from '#platform/web/api.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { ButtonLink } from '#platform/web/links.tsx'
import { Slot } from '#platform/web/slots.tsx'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { Notice, Section } from '#ui/Layout.tsx'
import { Select } from '#ui/Select.tsx'
import { TextField } from '#ui/TextField.tsx'
import { AccentPicker } from '../components/AccentPicker.tsx'
import { BilingualField, isWritten, written } from '../components/BilingualField.tsx'
import { VisibilityFields } from '../pages/NewCommunityPage.tsx'
import { settingsPath, workbenchPath } from '../paths.ts'
import { keepCommunity, refresh, sitesQuery } from '../queries.ts'
import { useT } from '../t.ts'

export function GeneralPart({ community }: { community: CommunityDetail }) {
  return (
    <div className="max-w-[38rem]">
      <Identity community={community} />
      <Kind community={community} />
      <Visibility community={community} />
      <Slot name="communitySettings" community={{ id: community.id, slug: community.slug }} />
    </div>
  )
}

/** Sends changes, shows the community as it is afterwards. */
function useChange(community: CommunityDetail) {
  const t = useT()
  const onError = useErrorToast(t)
  return useMutation({
    mutationFn: (body: CommunityChanges) =>
      api('PATCH /api/v1/communities/:community', { params: { community: community.id }, body }),
    onSuccess: (now) => {
      keepCommunity(now)
      toast(t('settings.saved'))
    },
    onError,
  })
}

function Identity({ community }: { community: CommunityDetail }) {
  const t = useT()
  const { language } = useLanguage()
  const change = useChange(community)
  const [name, setName] = useState(community.name)
  const [purpose, setPurpose] = useState(community.purpose)
  const [accent, setAccent] = useState(community.accent)
  const [inviteBy, setInviteBy] = useState(community.inviteBy)
  const [languages, setLanguages] = useState(community.languages.join())
  const [siteId, setSiteId] = useState(community.siteId ?? anySite)
  const [endsOn, setEndsOn] = useState(community.endsOn ?? '')
  const save = () =>
    change.mutate({
      name: written(name),
      purpose: written(purpose),
      accent: accent as NonNullable<CommunityChanges['accent']>,
      inviteBy,
      languages: languages.split(',') as ('fr' | 'en')[],
      siteId: siteId === anySite ? null : siteId,
      endsOn: endsOn || null,
    })
  return (
    <Section title={t('settings.identity')}>
      <form
        className="grid grid-cols-[minmax(0,1fr)] gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <BilingualField
          label={t('create.name')}
          hint={t('create.nameHint')}
          value={name}
          onChange={setName}
          first={language}
          maxLength={80}
        />
        <BilingualField
          label={t('create.purpose')}
          hint={t('create.purposeHint')}
          value={purpose}
          onChange={setPurpose}
          first={language}
          long
          maxLength={300}
        />
        <AccentPicker label={t('create.accent')} value={accent} onChange={setAccent} />
        <Select
          label={t('settings.languages')}
          value={languages}
          onChange={setLanguages}
          options={[
            { id: 'fr', label: t('about.language.fr') },
            { id: 'en', label: t('about.language.en') },
            { id: 'fr,en', label: `${t('about.language.fr')}, ${t('about.language.en')}` },
          ]}
        />
        <SiteSelect value={siteId} onChange={setSiteId} />
        <Select
          label={t('settings.inviteBy')}
          value={inviteBy}
          onChange={(id) => setInviteBy(id as typeof inviteBy)}
          options={[
            { id: 'managers', label: t('settings.inviteByManagers') },
            { id: 'members', label: t('settings.inviteByMembers') },
          ]}
        />
        <TextField
          label={t('settings.ends')}
          hint={t('settings.endsHint')}
          optional
          type="date"
          value={endsOn}
          onChange={setEndsOn}
        />
        <div>
          <Button
            type="submit"
            look="primary"
            isPending={change.isPending}
            isDisabled={!isWritten(name) || !isWritten(purpose)}
          >
            {t('settings.save')}
          </Button>
        </div>
      </form>
    </Section>
  )
}

/** A select has no empty value. */
const anySite = 'any'

/** The site whose business hours, days and holidays count; figures and reminders follow it. */
function SiteSelect({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const t = useT()
  const { data } = useQuery(sitesQuery)
  const sites = data?.sites.map((site) => ({ id: site.id, label: site.name })) ?? []
  const isKnown = value === anySite || sites.some((site) => site.id === value)
  return (
    <Select
      label={t('settings.site')}
      hint={t('settings.siteHint')}
      value={value}
      onChange={onChange}
      options={[
        { id: anySite, label: t('settings.siteNone') },
        // Nobody that the manager may see works there, yet it was chosen.
        ...(isKnown ? [] : [{ id: value, label: t('settings.siteNow') }]),
        ...sites,
      ]}
    />
  )
}

/** The kind is changed in the workbench, which shows first what it does. */
function Kind({ community }: { community: CommunityDetail }) {
  const t = useT()
  return (
    <Section title={t('settings.kind')}>
      <div className="grid justify-items-start gap-3">
        <p>
          <strong>{t(`kinds.${community.kind}.name`)}</strong>. {t(`kinds.${community.kind}.hint`)}
        </p>
        <ButtonLink to={`${workbenchPath(community.slug)}/kind`}>{t('settings.kindChange')}</ButtonLink>
      </div>
    </Section>
  )
}

const width = { secret: 0, closed: 1, open: 2 }

function Visibility({ community }: { community: CommunityDetail }) {
  const t = useT()
  const navigate = useNavigate()
  const onError = useErrorToast(t)
  const [visibility, setVisibility] = useState(community.visibility)
  const [partnersAdmitted, setPartners] = useState(community.partnersAdmitted)
  const change = useMutation({
    mutationFn: () =>
      api('PUT /api/v1/communities/:community/visibility', {
        params: { community: community.id },
        body: { visibility, partnersAdmitted },
      }),
    onSuccess: (now) => {
      keepCommunity(now)
      toast(t('settings.saved'))
      // Entering or leaving secrecy changes the address.
      if (now.slug !== community.slug) void navigate({ href: settingsPath(now.slug), replace: true })
      else void refresh('one')
    },
    onError,
  })
  const isChanged = visibility !== community.visibility || partnersAdmitted !== community.partnersAdmitted
  return (
    <Section title={t('settings.visibilityTitle')}>
      <div className="grid gap-4">
        <VisibilityFields
          visibility={visibility}
          partnersAdmitted={partnersAdmitted}
          onVisibility={setVisibility}
          onPartners={setPartners}
        />
        {isChanged && (
          <>
            <Notice icon={<TriangleAlert aria-hidden />} tone="warn">
              <p>{t('settings.visibilityWarn', { n: community.memberCount })}</p>
              {width[visibility] > width[community.visibility] && visibility === 'open' && (
                <p>{t('settings.visibilityOpens')}</p>
              )}
            </Notice>
            <div>
              <Button look="primary" isPending={change.isPending} onPress={() => change.mutate()}>
                {t('settings.visibilityApply')}
              </Button>
            </div>
          </>
        )}
      </div>
    </Section>
  )
}
