import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import type { Campaign, Story } from '#modules/campaigns/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Button } from '#ui/Button.tsx'
import { FileButton } from '#ui/FileButton.tsx'
import { Section } from '#ui/Layout.tsx'
import { Select } from '#ui/Select.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { campaignPath } from '../paths.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { PeopleField, type NamedPerson } from './PeopleField.tsx'

const VideoField = lazy(async () => ({ default: (await import('./VideoField.tsx')).VideoField }))
const times = [6, 12, 24, 36] as const

/** Writes a story: words, photo, video, and the people who are named or shown. Kept first, sent when it is ready. */
export function StoryEditor({ campaign, story }: { campaign: Campaign; story?: Story | undefined }) {
  const t = useT()
  const { language } = useLanguage()
  const navigate = useNavigate()
  const onError = useErrorToast(t)
  const tag = `#${campaign.tag}`
  const [communityId, setCommunity] = useState(story?.community.id ?? campaign.writable[0]?.id ?? null)
  const [title, setTitle] = useState(story?.title ?? '')
  const [bodyMd, setBody] = useState(story?.bodyMd ?? '')
  const [picture, setPicture] = useState(story?.picture ?? null)
  const [hasNewPicture, setNewPicture] = useState(false)
  const [isUploading, setUploading] = useState(false)
  const [alt, setAlt] = useState(story?.picture?.alt ?? '')
  const [people, setPeople] = useState<readonly NamedPerson[]>(
    story?.consents
      .filter(({ answer }) => answer === 'waiting' || answer === 'yes')
      .map(({ member, isNamed, isPictured }) => ({ member, isNamed, isPictured })) ?? [],
  )
  const [usedFor, setUsedFor] = useState(t('story.usedForDefault', { tag }))
  const [months, setMonths] = useState('24')
  const [isChecked, setChecked] = useState(false)
  const body = () => ({
    title: title.trim(),
    bodyMd,
    language: (story?.language as 'fr' | 'en' | undefined) ?? language,
    ...(hasNewPicture ? { pictureId: picture?.id ?? null } : {}),
    ...(picture && { alt: alt.trim() }),
    people: people.map(({ member, isNamed, isPictured }) => ({ memberId: member.id, isNamed, isPictured })),
    usedFor: usedFor.trim(),
    months: Number(months),
  })
  const keep = (idempotencyKey: string, more: { video?: null } = {}): Promise<Story> =>
    story
      ? api('PATCH /api/v1/stories/:storyId', {
          params: { storyId: story.id },
          body: { ...body(), ...more },
          idempotencyKey,
        })
      : api('POST /api/v1/campaigns/:campaign/stories', {
          params: { campaign: campaign.id },
          body: { communityId: communityId ?? '', ...body() },
          idempotencyKey,
        })
  const open = (id: string) =>
    void navigate({ href: campaignPath(campaign.address, { story: id }), replace: true })
  const save = useAct(
    (_, key) => keep(key),
    t('story.kept'),
    ({ id }) => {
      setNewPicture(false)
      open(id)
    },
  )
  const dropVideo = useAct((_, key) => keep(key, { video: null }), null)
  const send = useAct(
    async (_, key) => {
      const kept = await keep(key)
      return api('POST /api/v1/stories/:storyId/sending', { params: { storyId: kept.id } })
    },
    (_, now) => t(now.state === 'shown' ? 'story.sent' : 'story.sentAsk'),
    () => void navigate({ href: campaignPath(campaign.address), replace: true }),
  )
  const hasSomething = bodyMd.trim() !== '' || picture !== null || !!story?.video
  const problem = !communityId ? 'whereMissing' : !title.trim() ? 'missing' : undefined
  const check = (act: () => void, needsAll: boolean) => {
    setChecked(true)
    if (!problem && (!needsAll || hasSomething)) act()
  }
  const upload = async (file: File) => {
    const form = new FormData()
    form.append('file', file)
    setUploading(true)
    try {
      const sent = await api('POST /api/v1/attachments', { body: form })
      setPicture({ id: sent.id, url: sent.url, alt: '', width: sent.width, height: sent.height })
      setNewPicture(true)
    } catch (error) {
      onError(error)
    }
    setUploading(false)
  }
  const others = people.length > 0 || /\]\(member:/.test(bodyMd)
  return (
    <Section title={t('story.new')} hint={t('story.lead')}>
      <form
        className="grid max-w-[38rem] gap-6"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          check(() => send.run(), true)
        }}
      >
        <TextField label={t('story.name')} value={title} onChange={setTitle} maxLength={200} />
        <TextArea label={t('story.text')} value={bodyMd} onChange={setBody} rows={6} maxLength={20_000} />
        <fieldset className="grid gap-3">
          <legend className="field-label">{t('story.picture')}</legend>
          {picture && (
            <>
              <img src={picture.url} alt={alt} className="max-h-72 w-auto max-w-full rounded-xl" />
              <TextField
                label={t('story.alt')}
                hint={t('story.altHint')}
                value={alt}
                onChange={setAlt}
                maxLength={500}
              />
            </>
          )}
          <div className="flex flex-wrap gap-2">
            {picture ? (
              <Button
                size="small"
                look="quiet"
                onPress={() => {
                  setPicture(null)
                  setNewPicture(true)
                }}
              >
                {t('story.removePicture')}
              </Button>
            ) : (
              <FileButton
                size="small"
                accept={['image/*']}
                isPending={isUploading}
                onFiles={([file]) => file && void upload(file)}
              >
                {t('story.addPicture')}
              </FileButton>
            )}
          </div>
        </fieldset>
        <PeopleField people={people} onChange={setPeople} without={[]} />
        {others && (
          <>
            <TextField label={t('story.usedFor')} value={usedFor} onChange={setUsedFor} maxLength={500} />
            <Select
              label={t('story.months')}
              options={times.map((n) => ({ id: String(n), label: t('story.monthsOf', { n }) }))}
              value={months}
              onChange={setMonths}
            />
          </>
        )}
        {!story && (
          <Select
            label={t('story.where')}
            options={campaign.writable.map(({ id, name }) => ({ id, label: pickText(name, language) }))}
            value={communityId}
            onChange={setCommunity}
          />
        )}
        {story ? (
          <Suspense fallback={null}>
            <VideoField story={story} remove={dropVideo} />
          </Suspense>
        ) : (
          <div className="grid justify-items-start gap-2">
            <p className="field-label">{t('video.title')}</p>
            <p className="text-sm text-muted">{t('video.hint')}</p>
            <Button size="small" isPending={save.isPending} onPress={() => check(() => save.run(), false)}>
              {t('video.add')}
            </Button>
          </div>
        )}
        {isChecked && (problem || !hasSomething) && (
          <p role="alert" className="text-bad">
            {t(problem === 'whereMissing' ? 'story.whereMissing' : 'story.missing')}
          </p>
        )}
        <div className="form-acts">
          <Button isPending={save.isPending} onPress={() => check(() => save.run(), false)}>
            {t('story.keep')}
          </Button>
          <Button type="submit" look="primary" isPending={send.isPending}>
            {t(others ? 'story.sendAsk' : 'story.send')}
          </Button>
        </div>
      </form>
    </Section>
  )
}
