import '../expertise.css'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { Plus, Trash2 } from 'lucide-react'
import { Suspense, lazy, useState } from 'react'
import type { OwnExpertise as Own, OwnExpertiseChange } from '#modules/expertise/contract.ts'
import { TagsField } from '#modules/people/web/public.ts'
import { api } from '#platform/web/api.ts'
import { useErrorToast, useErrorWords } from '#platform/web/errors.ts'
import { EyeLink } from '#platform/web/links.tsx'
import { queryClient } from '#platform/web/query-client.ts'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { Section } from '#ui/Layout.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Switch } from '#ui/Switch.tsx'
import { TextField } from '#ui/TextField.tsx'
import { ownQuery } from '../queries.ts'
import { useT } from '../t.ts'

// A calendar is heavy, and few come for it.
const DateField = lazy(async () => ({ default: (await import('#ui/DateField.tsx')).DateField }))

function useChange() {
  return useMutation({
    mutationFn: (body: OwnExpertiseChange) => api('PATCH /api/v1/me/expertise', { body }),
    onSuccess(own) {
      queryClient.setQueryData(ownQuery.queryKey, own)
      void queryClient.invalidateQueries({ queryKey: ['expertise', 'member'] })
      void queryClient.invalidateQueries({ queryKey: ['expertise', 'meet'] })
    },
  })
}

/** What I say of myself beside my profile, and how I am left in peace. */
export default function OwnExpertise() {
  const own = useSuspenseQuery(ownQuery).data
  return (
    <>
      <Named own={own} />
      <Projects own={own} />
      <Peace own={own} />
      <Absence own={own} />
    </>
  )
}

/** Consent counts at once, subject by subject. */
function Named({ own }: { own: Own }) {
  const t = useT()
  const onError = useErrorToast(t)
  const change = useChange()
  return (
    <Section title={t('own.named')} hint={t('own.namedLead')} aside={<EyeLink of={t('own.named')} />}>
      {own.skills.length === 0 ? (
        <p className="text-muted">{t('own.namedNone')}</p>
      ) : (
        <div className="grid gap-1">
          {own.skills.map((skill) => (
            <Checkbox
              key={skill}
              isSelected={own.namedExpertOf.includes(skill)}
              isDisabled={change.isPending}
              onChange={(isNamed) =>
                change.mutate(
                  {
                    namedExpertOf: isNamed
                      ? [...own.namedExpertOf, skill]
                      : own.namedExpertOf.filter((one) => one !== skill),
                  },
                  { onError },
                )
              }
            >
              <bdi>{skill}</bdi>
            </Checkbox>
          ))}
        </div>
      )}
    </Section>
  )
}

interface DraftProject {
  name: string
  role: string
  fromYear: string
  toYear: string
}
const yearOf = (text: string): number | null => (/^\d{4}$/.test(text.trim()) ? Number(text) : null)

function Projects({ own }: { own: Own }) {
  const t = useT()
  const words = useErrorWords(t)
  const change = useChange()
  const [interests, setInterests] = useState(own.interests)
  const [projects, setProjects] = useState<DraftProject[]>(() =>
    own.projects.map((project) => ({
      name: project.name,
      role: project.role ?? '',
      fromYear: project.fromYear === null ? '' : String(project.fromYear),
      toYear: project.toYear === null ? '' : String(project.toYear),
    })),
  )
  const set = (index: number, field: keyof DraftProject) => (value: string) =>
    setProjects((now) => now.map((one, at) => (at === index ? { ...one, [field]: value } : one)))
  const save = () =>
    change.mutate(
      {
        interests,
        projects: projects
          .filter((project) => project.name.trim())
          .map((project) => ({
            name: project.name.trim(),
            role: project.role.trim() || null,
            fromYear: yearOf(project.fromYear),
            toYear: yearOf(project.toYear),
          })),
      },
      { onSuccess: () => void toast(t('own.saved')) },
    )
  return (
    <Section title={t('own.title')} hint={t('own.lead')}>
      <form
        className="form-grid"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <div role="group" aria-label={t('own.projects')}>
          {projects.map((project, index) => (
            <div key={index} className="own-project">
              <div className="form-pair">
                <TextField
                  label={t('own.projectName')}
                  value={project.name}
                  onChange={set(index, 'name')}
                  maxLength={80}
                />
                <TextField
                  label={t('own.projectRole')}
                  optional
                  value={project.role}
                  onChange={set(index, 'role')}
                  maxLength={80}
                />
              </div>
              <div className="form-pair">
                <TextField
                  label={t('own.fromYear')}
                  optional
                  inputMode="numeric"
                  value={project.fromYear}
                  onChange={set(index, 'fromYear')}
                  maxLength={4}
                />
                <TextField
                  label={t('own.toYear')}
                  hint={t('own.toYearHint')}
                  optional
                  inputMode="numeric"
                  value={project.toYear}
                  onChange={set(index, 'toYear')}
                  maxLength={4}
                />
              </div>
              <div>
                <Button
                  size="small"
                  look="quiet"
                  onPress={() => setProjects((now) => now.filter((_, at) => at !== index))}
                  aria-label={`${t('confirmation.takeBack')}${project.name ? ` · ${project.name}` : ''}`}
                >
                  <Trash2 aria-hidden />
                  {t('confirmation.takeBack')}
                </Button>
              </div>
            </div>
          ))}
          <div className="pt-3">
            <Button
              size="small"
              isDisabled={projects.length >= 12}
              onPress={() => setProjects((now) => [...now, { name: '', role: '', fromYear: '', toYear: '' }])}
            >
              <Plus aria-hidden />
              {t('own.addProject')}
            </Button>
          </div>
        </div>
        <TagsField
          label={t('own.interests')}
          hint={t('own.interestsHint')}
          value={interests}
          onChange={setInterests}
        />
        {change.error && (
          <p role="alert" className="text-danger">
            {words(change.error)}
          </p>
        )}
        <div className="form-acts">
          <Button type="submit" isPending={change.isPending}>
            {t('own.save')}
          </Button>
        </div>
      </form>
    </Section>
  )
}

function Peace({ own }: { own: Own }) {
  const t = useT()
  const onError = useErrorToast(t)
  const change = useChange()
  return (
    <Section title={t('own.peace')}>
      <div className="grid gap-4">
        <Switch
          isSelected={own.mayBeAsked}
          isDisabled={change.isPending}
          onChange={(mayBeAsked) => change.mutate({ mayBeAsked }, { onError })}
          hint={t('own.mayBeAskedHint')}
        >
          {t('own.mayBeAsked')}
        </Switch>
        <Switch
          isSelected={own.mayBeIntroduced}
          isDisabled={change.isPending}
          onChange={(mayBeIntroduced) => change.mutate({ mayBeIntroduced }, { onError })}
          hint={t('own.mayBeIntroducedHint')}
        >
          {t('own.mayBeIntroduced')}
        </Switch>
      </div>
    </Section>
  )
}

function Absence({ own }: { own: Own }) {
  const t = useT()
  const words = useErrorWords(t)
  const change = useChange()
  const [from, setFrom] = useState(own.absence?.from ?? null)
  const [to, setTo] = useState(own.absence?.to ?? null)
  const said = { onSuccess: () => void toast(t('own.saved')) }
  return (
    <Section title={t('own.absence')} hint={t('own.absenceLead')}>
      <form
        className="form-grid"
        onSubmit={(event) => {
          event.preventDefault()
          if (from && to) change.mutate({ absence: { from, to } }, said)
        }}
      >
        <div className="form-pair">
          <Suspense fallback={<SkeletonRows rows={1} />}>
            <DateField label={t('own.from')} value={from} onChange={setFrom} />
            <DateField
              label={t('own.to')}
              value={to}
              onChange={setTo}
              min={from ?? undefined}
              error={change.error ? words(change.error) : undefined}
            />
          </Suspense>
        </div>
        <div className="form-acts">
          <Button type="submit" isDisabled={!from || !to} isPending={change.isPending}>
            {t('own.addAbsence')}
          </Button>
          {own.absence && (
            <Button
              look="quiet"
              onPress={() => {
                setFrom(null)
                setTo(null)
                change.mutate({ absence: null }, said)
              }}
            >
              {t('own.back')}
            </Button>
          )}
        </div>
      </form>
    </Section>
  )
}
