import { useState, type ReactNode } from 'react'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { Select } from '#ui/Select.tsx'
import { TextField } from '#ui/TextField.tsx'
import { adkarItems, maxDays, maxItems, minDays, moodItems, ownItems } from '#modules/pulse/contract.ts'
import type { Desk, Dimension, ItemKey, WaveKind } from '#modules/pulse/contract.ts'
import type { DeskScope } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

interface Asked {
  key: ItemKey
  text: string | null
}

/** What a wave asks, for how long, under which labels. Saved as a draft that nobody else sees. */
export function WaveForm({ scope, desk, acts }: { scope: DeskScope; desk: Desk; acts: ReactNode }) {
  const t = useT()
  const { wave } = desk
  const [kind, setKind] = useState<WaveKind>(wave?.kind ?? desk.kinds[0]!)
  const [items, setItems] = useState<readonly Asked[]>(() =>
    wave?.kind === 'mood' ? wave.items : moodItems.map((key) => ({ key, text: null })),
  )
  const [dimension, setDimension] = useState<Dimension>(wave?.dimension ?? desk.dimensions[0]!)
  const [days, setDays] = useState(String(wave?.days ?? 7))
  const [withText, setWithText] = useState(wave?.withText ?? true)
  const length = Number(days)
  const isReady =
    Number.isInteger(length) &&
    length >= minDays &&
    length <= maxDays &&
    (kind === 'adkar' || (items.length > 0 && items.every(({ key, text }) => !isOwn(key) || text?.trim())))
  const body = {
    kind,
    ...(kind === 'mood' && { items: items.map(({ key, text }) => ({ key, text })) }),
    withText,
    dimension,
    days: length,
  }
  const save = useAct(
    () =>
      wave
        ? api('PUT /api/v1/pulse-waves/:waveId', { params: { waveId: wave.id }, body })
        : 'slug' in scope
          ? api('POST /api/v1/communities/:community/pulse-waves', {
              params: { community: scope.slug },
              body,
            })
          : api('POST /api/v1/programmes/:programmeId/pulse-waves', {
              params: { programmeId: scope.programmeId },
              body,
            }),
    t('saved'),
  )
  const drop = useAct(
    () => api('DELETE /api/v1/pulse-waves/:waveId', { params: { waveId: wave!.id } }),
    t('desk.dropped'),
  )
  const isSaved =
    wave !== null &&
    wave.kind === kind &&
    wave.dimension === dimension &&
    wave.days === length &&
    wave.withText === withText &&
    (kind === 'adkar' ||
      JSON.stringify(wave.items) === JSON.stringify(items.map(({ key, text }) => ({ key, text }))))
  return (
    <form
      className="grid max-w-[38rem] gap-5"
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) save.run()
      }}
    >
      {desk.kinds.length > 1 && (
        <Select
          label={t('desk.kindLabel')}
          value={kind}
          onChange={(id) => setKind(id as WaveKind)}
          options={desk.kinds.map((id) => ({ id, label: t(`desk.kind.${id}`) }))}
        />
      )}
      {kind === 'mood' ? (
        <Questions items={items} onChange={setItems} />
      ) : (
        <ul className="list-disc ps-5">
          {adkarItems.map((key) => (
            <li key={key}>{t(`item.${key}`)}</li>
          ))}
        </ul>
      )}
      <Select
        label={t('desk.dimensionLabel')}
        hint={t('desk.dimensionHint')}
        value={dimension}
        onChange={(id) => setDimension(id as Dimension)}
        options={desk.dimensions.map((id) => ({ id, label: t(`desk.dimension.${id}`) }))}
      />
      <TextField
        label={t('desk.days')}
        hint={t('desk.daysHint', { min: minDays, max: maxDays })}
        inputMode="numeric"
        value={days}
        onChange={setDays}
      />
      <Checkbox isSelected={withText} onChange={setWithText} hint={t('desk.withTextHint')}>
        {t('desk.withText')}
      </Checkbox>
      <p className="pulse-acts">
        {(!isSaved || !wave) && (
          <Button
            type="submit"
            look={wave ? 'secondary' : 'primary'}
            isDisabled={!isReady}
            isPending={save.isPending}
          >
            {t(wave ? 'save' : 'desk.prepare')}
          </Button>
        )}
        {isSaved && acts}
        {wave && (
          <Button look="quiet" isPending={drop.isPending} onPress={() => drop.run()}>
            {t('desk.drop')}
          </Button>
        )}
      </p>
    </form>
  )
}

const isOwn = (key: ItemKey): boolean => (ownItems as readonly string[]).includes(key)

function Questions({
  items,
  onChange,
}: {
  items: readonly Asked[]
  onChange: (items: readonly Asked[]) => void
}) {
  const t = useT()
  const has = (key: ItemKey) => items.some((item) => item.key === key)
  const isFull = items.length >= maxItems
  const free = ownItems.find((key) => !has(key))
  return (
    <fieldset className="grid gap-3">
      <legend className="font-semibold">{t('desk.items')}</legend>
      <p className="text-sm text-muted">{t('desk.itemsHint')}</p>
      {moodItems.map((key) => (
        <Checkbox
          key={key}
          isSelected={has(key)}
          isDisabled={!has(key) && isFull}
          onChange={(on) =>
            onChange(on ? [...items, { key, text: null }] : items.filter((item) => item.key !== key))
          }
        >
          {t(`item.${key}`)}
        </Checkbox>
      ))}
      {items
        .filter(({ key }) => isOwn(key))
        .map((item, index) => (
          <div key={item.key} className="grid gap-1">
            <TextField
              label={t('desk.ownItem', { n: index + 1 })}
              hint={t('desk.ownHint')}
              maxLength={160}
              value={item.text ?? ''}
              onChange={(text) =>
                onChange(items.map((one) => (one.key === item.key ? { ...one, text } : one)))
              }
            />
            <p>
              <Button
                look="quiet"
                size="small"
                onPress={() => onChange(items.filter((one) => one.key !== item.key))}
              >
                {t('desk.removeOwn')}
              </Button>
            </p>
          </div>
        ))}
      {!isFull && free && (
        <p>
          <Button size="small" onPress={() => onChange([...items, { key: free, text: '' }])}>
            {t('desk.addOwn')}
          </Button>
        </p>
      )}
    </fieldset>
  )
}
