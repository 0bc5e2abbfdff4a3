import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Lightbulb } from 'lucide-react'
import { useState } from 'react'
import type { CommunityKind, CommunityVisibility } from '#modules/communities/contract.ts'
import { kindPresets } from '#modules/communities/kinds.ts'
import { communityKinds, communityVisibilities } from '#modules/communities/words.ts'
import { api } from '#platform/web/api.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Page } from '#platform/web/Page.tsx'
import { toast } from '#platform/web/toasts.ts'
import type { LocalText } from '#platform/shared/local-text.ts'
import type { Accent } from '#ui/accents.ts'
import { Button } from '#ui/Button.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Door } from '#ui/illustrations.tsx'
import { Notice } from '#ui/Layout.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { Switch } from '#ui/Switch.tsx'
import { AccentPicker } from '../components/AccentPicker.tsx'
import { BilingualField, isWritten, written } from '../components/BilingualField.tsx'
import { communityPath } from '../paths.ts'
import { keepCommunity, mineQuery } from '../queries.ts'
import { useT } from '../t.ts'

/** Three short steps: what we want to do together, its name and purpose, who may see it. */
export function NewCommunityPage() {
  const t = useT()
  const { language } = useLanguage()
  const navigate = useNavigate()
  const onError = useErrorToast(t)
  const search = useSearch({ strict: false }) as { name?: unknown }
  const mine = useQuery(mineQuery)
  const [step, setStep] = useState<1 | 2 | 3>(1)
  const [kind, setKind] = useState<CommunityKind>()
  const [name, setName] = useState<LocalText>(
    typeof search.name === 'string' ? { [language]: search.name } : {},
  )
  const [purpose, setPurpose] = useState<LocalText>({})
  const [visibility, setVisibility] = useState<CommunityVisibility>('open')
  const [partnersAdmitted, setPartners] = useState(false)
  const [accent, setAccent] = useState<Accent>('terracotta')
  const [withCharter, setWithCharter] = useState(true)
  const found = useMutation({
    mutationFn: () =>
      api('POST /api/v1/communities', {
        body: {
          kind: kind!,
          name: written(name),
          purpose: written(purpose),
          visibility,
          partnersAdmitted,
          accent,
          charter: withCharter ? 'template' : 'none',
        },
      }),
    onSuccess: (community) => {
      keepCommunity(community)
      toast(t('create.done'))
      void navigate({ href: communityPath(community.slug) })
    },
    onError,
  })
  if (mine.data && !mine.data.mayCreate)
    return (
      <Page title={t('create.title')}>
        <EmptyState title={t('create.title')} picture={<Door />}>
          {t('create.notAllowed')}
        </EmptyState>
      </Page>
    )
  const choose = (id: CommunityKind) => {
    setKind(id)
    setVisibility(kindPresets[id].visibility)
    setPartners(kindPresets[id].partnersUsual)
  }
  return (
    <Page title={t('create.title')}>
      <div data-accent={step === 3 ? accent : undefined}>
        <PageHeader title={t('create.title')} kicker={t('create.step', { n: step })} />
        <form
          className="grid max-w-[38rem] gap-6"
          onSubmit={(event) => {
            event.preventDefault()
            if (step === 3) found.mutate()
            else setStep(step === 1 ? 2 : 3)
          }}
        >
          {step === 1 && (
            <>
              <h2>{t('create.kindTitle')}</h2>
              <RadioGroup
                label={t('create.kindLabel')}
                cards
                value={kind ?? null}
                onChange={(id) => choose(id as CommunityKind)}
                options={communityKinds.map((id) => ({
                  id,
                  label: <strong>{t(`kinds.${id}.wish`)}</strong>,
                  hint: t(`kinds.${id}.hint`),
                }))}
              />
              {kind && (
                <Notice icon={<Lightbulb aria-hidden />} title={t('create.advice')}>
                  {t(`kinds.${kind}.advice`)}
                </Notice>
              )}
            </>
          )}
          {step === 2 && (
            <>
              <h2>{t('create.nameTitle')}</h2>
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
            </>
          )}
          {step === 3 && (
            <>
              <h2>{t('create.whoTitle')}</h2>
              <VisibilityFields
                visibility={visibility}
                partnersAdmitted={partnersAdmitted}
                onVisibility={setVisibility}
                onPartners={setPartners}
              />
              <AccentPicker label={t('create.accent')} value={accent} onChange={setAccent} />
              <Checkbox isSelected={withCharter} onChange={setWithCharter} hint={t('create.charterHint')}>
                {t('create.charter')}
              </Checkbox>
            </>
          )}
          <div className="flex flex-wrap gap-2">
            {step > 1 && (
              <Button look="quiet" onPress={() => setStep(step === 3 ? 2 : 1)}>
                {t('create.back')}
              </Button>
            )}
            <Button
              type="submit"
              look="primary"
              isDisabled={(step === 1 && !kind) || (step === 2 && !(isWritten(name) && isWritten(purpose)))}
              isPending={found.isPending}
            >
              {step === 3 ? t('create.send') : t('create.next')}
            </Button>
          </div>
        </form>
      </div>
    </Page>
  )
}

interface VisibilityProps {
  visibility: CommunityVisibility
  partnersAdmitted: boolean
  onVisibility: (visibility: CommunityVisibility) => void
  onPartners: (admitted: boolean) => void
}

/** Who may see and read, in sentences; partners are a question of their own. */
export function VisibilityFields({
  visibility,
  partnersAdmitted,
  onVisibility,
  onPartners,
}: VisibilityProps) {
  const t = useT()
  return (
    <>
      <RadioGroup
        label={t('create.visibility')}
        cards
        value={visibility}
        onChange={(id) => onVisibility(id as CommunityVisibility)}
        options={communityVisibilities.map((id) => ({
          id,
          label: t(`visibility.${id}`),
          hint: t(`visibility.${id}Hint`),
        }))}
      />
      <Switch isSelected={partnersAdmitted} onChange={onPartners} hint={t('visibility.partnersHint')}>
        {t('visibility.partners')}
      </Switch>
    </>
  )
}
