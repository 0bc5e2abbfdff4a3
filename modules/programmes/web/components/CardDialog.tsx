import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { PersonPicker } from '#modules/communities/web/public.ts'
import type { Accelerator, Card, CardKind, Channel, Programme } from '#modules/programmes/contract.ts'
import { cardKinds, channels } from '#modules/programmes/words.ts'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { DateField } from '#ui/DateField.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Select } from '#ui/Select.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { linksQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

type Field = 'detail' | 'owner' | 'population' | 'channel' | 'who' | 'places' | 'next' | 'post' | 'gathering'
/** What each kind asks for beside a title and a day. */
const asks: Record<CardKind, readonly Field[]> = {
  action: ['detail', 'owner', 'population'],
  message: ['detail', 'population', 'channel', 'who', 'owner'],
  training: ['detail', 'population', 'gathering', 'places', 'owner'],
  win: ['detail', 'who', 'post'],
  barrier: ['detail', 'population', 'owner', 'who', 'next'],
  reinforcement: ['detail', 'owner', 'who'],
}
const none = 'none'
const orNull = (id: string): string | null => (id === none ? null : id)

/** Writes a card of any kind, with the fields of its kind. */
export default function CardDialog({
  programme,
  card,
  kind: given,
  accelerator,
  on: day,
  onClose,
}: {
  programme: Programme
  card?: Card | undefined
  /** Fixed; absent: one chooses. */
  kind?: CardKind | undefined
  accelerator?: Accelerator | undefined
  on?: string | undefined
  onClose: () => void
}) {
  const t = useT()
  const { isActing, act } = useAct()
  const [kind, setKind] = useState<CardKind>(given ?? 'action')
  const [title, setTitle] = useState(card?.title ?? '')
  const [detail, setDetail] = useState(card?.detail ?? '')
  const [owner, setOwner] = useState(card?.owner ?? null)
  const [on, setOn] = useState<string | null>(card?.on ?? day ?? null)
  const [population, setPopulation] = useState(card?.population?.id ?? none)
  const [channel, setChannel] = useState<string>(card?.channel ?? none)
  const [who, setWho] = useState(card?.who ?? '')
  const [places, setPlaces] = useState(card?.places?.toString() ?? '')
  const [nextStep, setNextStep] = useState(card?.nextStep ?? '')
  const [post, setPost] = useState(card?.post?.id ?? none)
  const [gathering, setGathering] = useState(card?.gathering?.id ?? none)
  const has = (field: Field) => asks[kind].includes(field)
  const links = useQuery({ ...linksQuery(programme.id), enabled: has('post') || has('gathering') }).data
  const posts = [
    ...(card?.post ? [{ id: card.post.id, title: card.post.title ?? '' }] : []),
    ...(links?.posts ?? []),
  ]
  const gatherings = [...(card?.gathering ? [card.gathering] : []), ...(links?.gatherings ?? [])]
  const choices = (list: readonly { id: string; title: string }[]) => [
    { id: none, label: t('card.none') },
    ...list
      .filter((one, index) => list.findIndex(({ id }) => id === one.id) === index)
      .map((one) => ({ id: one.id, label: one.title })),
  ]
  const send = () =>
    act(async () => {
      const body = {
        title: title.trim(),
        detail: detail.trim() || null,
        ownerId: has('owner') ? (owner?.id ?? null) : null,
        on,
        populationId: has('population') ? orNull(population) : null,
        channel: has('channel') ? (orNull(channel) as Channel | null) : null,
        who: has('who') ? who.trim() || null : null,
        places: has('places') && Number(places) > 0 ? Math.round(Number(places)) : null,
        nextStep: has('next') ? nextStep.trim() || null : null,
        postId: has('post') ? orNull(post) : null,
        gatheringId: has('gathering') ? orNull(gathering) : null,
      }
      const params = { programmeId: programme.id }
      if (card)
        await api('PUT /api/v1/programmes/:programmeId/cards/:cardId', {
          params: { ...params, cardId: card.id },
          body,
        })
      else
        await api('POST /api/v1/programmes/:programmeId/cards', {
          params,
          body: { ...body, kind, ...(accelerator && { accelerator }) },
        })
      return t(card ? 'card.saved' : 'card.added')
    }, onClose)
  return (
    <Dialog
      title={card ? t('common.edit') : given ? t(`card.add.${given}`) : t('card.addAny')}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" isPending={isActing} isDisabled={!title.trim()} onPress={send}>
            {t(card ? 'common.save' : 'common.add')}
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        {!given && (
          <Select
            label={t('card.kind')}
            value={kind}
            onChange={(id) => setKind(id as CardKind)}
            options={cardKinds.map((id) => ({ id, label: t(`kind.${id}`) }))}
          />
        )}
        <TextField
          label={t(`card.title.${kind}`)}
          value={title}
          onChange={setTitle}
          maxLength={200}
          autoFocus
        />
        <DateField label={t(`card.on.${kind}`)} optional value={on} onChange={setOn} />
        {has('owner') && (
          <PersonPicker
            label={t('card.owner')}
            hint={t('card.ownerHint')}
            optional
            employeesOnly
            chosen={owner}
            onChoose={setOwner}
          />
        )}
        {has('population') && (
          <Select
            label={t('card.population')}
            value={population}
            onChange={setPopulation}
            options={[
              { id: none, label: t('card.everybody') },
              ...programme.populations.map(({ id, name }) => ({ id, label: name })),
            ]}
          />
        )}
        {has('channel') && (
          <Select
            label={t('card.channel')}
            value={channel}
            onChange={setChannel}
            options={[
              { id: none, label: t('card.noChannel') },
              ...channels.map((id) => ({ id, label: t(`channel.${id}`) })),
            ]}
          />
        )}
        {has('who') && (
          <TextField
            label={t(`card.who.${kind as 'message' | 'win' | 'barrier' | 'reinforcement'}`)}
            optional
            value={who}
            onChange={setWho}
            maxLength={200}
          />
        )}
        {has('next') && (
          <TextField label={t('card.next')} value={nextStep} onChange={setNextStep} maxLength={300} />
        )}
        {has('gathering') && (
          <Select
            label={t('card.gathering')}
            value={gathering}
            onChange={setGathering}
            options={choices(gatherings)}
          />
        )}
        {has('places') && (
          <TextField
            label={t('card.places')}
            optional
            inputMode="numeric"
            value={places}
            onChange={setPlaces}
            maxLength={6}
          />
        )}
        {has('post') && (
          <Select
            label={t('card.post')}
            hint={t('card.postHint')}
            value={post}
            onChange={setPost}
            options={choices(posts)}
          />
        )}
        <TextArea
          label={t(`card.detail.${kind}`)}
          optional
          value={detail}
          onChange={setDetail}
          maxLength={2000}
        />
      </div>
    </Dialog>
  )
}
