import { useQuery } from '@tanstack/react-query'
import { EllipsisVertical, MessageSquareQuote } from 'lucide-react'
import { useState } from 'react'
import { postPath } from '#modules/discussions/web/public.ts'
import type { Band, SlotCard } from '#modules/editorial/contract.ts'
import { slotStates } from '#modules/editorial/words.ts'
import type { SlotState } from '#modules/editorial/words.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { ButtonLink, Link } from '#platform/web/links.tsx'
import { Button } from '#ui/Button.tsx'
import { DateField } from '#ui/DateField.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Menu } from '#ui/Menu.tsx'
import { Select } from '#ui/Select.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { addDays } from '../days.ts'
import { calendarPath, gatheringPath, pagePath } from '../paths.ts'
import { formatsQuery, linksQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

interface Props {
  slug: string
  /** Undefined: it is gone, or out of what is shown. */
  slot: SlotCard | undefined
  bands: readonly Band[]
  onClose: () => void
}

/** One slot: its day, how far it is, who speaks, what it became. */
export default function SlotDialog({ slot, ...props }: Props) {
  const t = useT()
  return slot ? (
    <Open {...props} slot={slot} />
  ) : (
    <Dialog title={t('dialog.newTitle')} isOpen onClose={props.onClose}>
      {t('refusal.slotNotFound')}
    </Dialog>
  )
}

function Open({ slug, slot, bands, onClose }: Props & { slot: SlotCard }) {
  const t = useT()
  const { language } = useLanguage()
  const params = { community: slug, slotId: slot.id }
  const formats = useQuery(formatsQuery(slug)).data?.items ?? []
  const links = useQuery(linksQuery(slug, slot.id)).data
  const [title, setTitle] = useState(slot.title)
  const [on, setOn] = useState<string | null>(slot.on)
  const [note, setNote] = useState(slot.note ?? '')
  const [formatId, setFormat] = useState(slot.format?.id ?? 'none')
  const [state, setState] = useState<SlotState>(slot.state)
  const [skipReason, setReason] = useState(slot.skipReason ?? '')
  const [postId, setPost] = useState(slot.post?.id ?? 'none')
  const [pageId, setPage] = useState(slot.page?.id ?? 'none')
  const [gatheringId, setGathering] = useState(slot.gathering?.id ?? 'none')
  const idOf = (value: string) => (value === 'none' ? null : value)
  const save = useAct(
    (on: string) =>
      api('PUT /api/v1/communities/:community/slots/:slotId', {
        params,
        body: {
          on,
          title,
          note: note || null,
          formatId: idOf(formatId),
          ...(state !== slot.state || state === 'skipped' ? { state, skipReason } : {}),
          ...(postId !== (slot.post?.id ?? 'none') && { postId: idOf(postId) }),
          ...(pageId !== (slot.page?.id ?? 'none') && { pageId: idOf(pageId) }),
          ...(gatheringId !== (slot.gathering?.id ?? 'none') && { gatheringId: idOf(gatheringId) }),
        },
      }),
    t('dialog.saved'),
    onClose,
  )
  const remove = useAct(
    (following: boolean) =>
      api('DELETE /api/v1/communities/:community/slots/:slotId', { params, query: { following } }),
    t('dialog.removed'),
    onClose,
  )
  const free = useAct(
    () => api('DELETE /api/v1/communities/:community/slots/:slotId/asks', { params }),
    t('dialog.freed'),
  )
  const quiet = bands.filter((band) => on !== null && band.from <= on && band.to >= on)
  const isOpen = slot.state !== 'published' && slot.state !== 'skipped'
  const format = formats.find(({ id }) => id === formatId)
  const choices = (items: readonly { id: string; title: string }[] | undefined, now: SlotCard['post']) => [
    { id: 'none', label: t('dialog.noLink') },
    ...(now && !items?.some(({ id }) => id === now.id) ? [{ id: now.id, label: now.title }] : []),
    ...(items ?? []).map((item) => ({ id: item.id, label: item.title })),
  ]
  return (
    <Dialog
      title={slot.title}
      isOpen
      onClose={onClose}
      wide
      acts={
        <>
          <Menu
            label={t('dialog.acts')}
            trigger={
              <Button look="quiet" icon aria-label={t('dialog.acts')}>
                <EllipsisVertical aria-hidden />
              </Button>
            }
            groups={[
              [
                {
                  id: 'remove',
                  label: t('dialog.remove'),
                  danger: true,
                  onAction: () => remove.run(false),
                },
                ...(slot.isRecurring
                  ? [
                      {
                        id: 'following',
                        label: t('dialog.removeFollowing'),
                        danger: true,
                        onAction: () => remove.run(true),
                      },
                    ]
                  : []),
              ],
            ]}
          />
          <Button
            look="primary"
            isPending={save.isPending}
            isDisabled={
              title.trim() === '' || on === null || (state === 'skipped' && skipReason.trim() === '')
            }
            onPress={() => on && save.run(on)}
          >
            {t('dialog.save')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-[12px] bg-[var(--tint)] p-3">
          <MessageSquareQuote aria-hidden className="size-5 flex-none" />
          <span className="min-w-0 flex-1">
            {slot.speaker
              ? t('speaks', { name: slot.speaker.displayName })
              : slot.waitsFor
                ? t('waitsFor', { name: slot.waitsFor.displayName })
                : t('dialog.voice')}
          </span>
          {isOpen &&
            (slot.speaker || slot.waitsFor ? (
              <Button size="small" isPending={free.isPending} onPress={() => free.run(undefined)}>
                {t('dialog.freeVoice')}
              </Button>
            ) : (
              <ButtonLink to={calendarPath(slug, { part: 'voices', slot: slot.id })} size="small">
                {t('dialog.findVoice')}
              </ButtonLink>
            ))}
        </div>
        <TextField label={t('dialog.title')} value={title} onChange={setTitle} maxLength={200} />
        <DateField label={t('dialog.on')} value={on} onChange={setOn} isRequired />
        {on && (
          <div className="flex flex-wrap gap-2">
            <Button size="small" onPress={() => setOn(addDays(on, -1))}>
              {t('dialog.earlier')}
            </Button>
            <Button size="small" onPress={() => setOn(addDays(on, 1))}>
              {t('dialog.later')}
            </Button>
            <Button size="small" onPress={() => setOn(addDays(on, 7))}>
              {t('dialog.nextWeek')}
            </Button>
          </div>
        )}
        {quiet.length > 0 && (
          <p className="text-sm text-muted" role="status">
            {t('dialog.quiet', { label: quiet.map(({ label }) => pickText(label, language)).join(', ') })}
          </p>
        )}
        <Select
          label={t('state.label')}
          value={state}
          onChange={(id) => setState(id as SlotState)}
          options={slotStates.map((id) => ({ id, label: t(`state.${id}`) }))}
        />
        {state === 'skipped' && (
          <TextField
            label={t('dialog.skipReason')}
            hint={t('dialog.skipHint')}
            value={skipReason}
            onChange={setReason}
            maxLength={500}
          />
        )}
        <Select
          label={t('dialog.format')}
          value={formatId}
          onChange={setFormat}
          options={[
            { id: 'none', label: t('dialog.noFormat') },
            ...formats.map((one) => ({ id: one.id, label: pickText(one.name, language) })),
          ]}
        />
        {format && <p className="text-sm text-muted">{pickText(format.howTo, language)}</p>}
        <TextArea
          label={t('dialog.note')}
          optional
          value={note}
          onChange={setNote}
          maxLength={2000}
          rows={2}
        />
        <fieldset className="grid gap-3">
          <legend className="pb-1 font-semibold">{t('dialog.link')}</legend>
          <p className="text-sm text-muted">{t('dialog.publishedHint')}</p>
          <Select
            label={t('dialog.linkPost')}
            value={postId}
            onChange={setPost}
            options={choices(links?.posts, slot.post)}
          />
          {slot.post && <Link to={postPath(slot.post.id)}>{slot.post.title}</Link>}
          <Select
            label={t('dialog.linkPage')}
            value={pageId}
            onChange={setPage}
            options={choices(links?.pages, slot.page)}
          />
          {slot.page && <Link to={pagePath(slot.page.id)}>{slot.page.title}</Link>}
          <Select
            label={t('dialog.linkGathering')}
            value={gatheringId}
            onChange={setGathering}
            options={choices(links?.gatherings, slot.gathering)}
          />
          {slot.gathering && <Link to={gatheringPath(slot.gathering.id)}>{slot.gathering.title}</Link>}
        </fieldset>
      </div>
    </Dialog>
  )
}
