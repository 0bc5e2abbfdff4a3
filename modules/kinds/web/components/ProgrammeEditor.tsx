import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ProgrammeStep, WrittenProgrammeStep } from '#modules/kinds/contract.ts'
import { stepKinds } from '#modules/kinds/words.ts'
import type { StepKind } from '#modules/kinds/words.ts'
import { postPath } from '#modules/discussions/web/public.ts'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { Select } from '#ui/Select.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { gatheringPath, pagePath } from '../paths.ts'
import { programmeQuery } from '../queries.ts'
import { targetOf } from '../target.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { LineActs, moved } from './LineActs.tsx'

interface Line {
  key: string
  id?: string
  kind: StepKind
  title: string
  body: string
  minutes: string
  /** Address of what the step leads to. */
  link: string
  /** Its title, as long as the address is the one that was there. */
  linked: { link: string; title: string } | null
}
function lineOf(step: ProgrammeStep): Line {
  const target = step.page ?? step.gathering ?? step.post
  const path = step.page ? pagePath : step.gathering ? gatheringPath : postPath
  const link = target ? path(target.id) : ''
  return {
    key: step.id,
    id: step.id,
    kind: step.kind,
    title: step.title,
    body: step.body ?? '',
    minutes: step.minutes === null ? '' : String(step.minutes),
    link,
    linked: target && { link, title: target.title },
  }
}
let fresh = 0
const empty = (): Line => ({
  key: `new-${++fresh}`,
  kind: 'page',
  title: '',
  body: '',
  minutes: '',
  link: '',
  linked: null,
})

/** The steps of the programme, in order. */
export function ProgrammeEditor({ slug }: { slug: string }) {
  const { data } = useQuery(programmeQuery(slug))
  if (!data) return <SkeletonRows rows={4} />
  return <Editor key={data.steps.map(({ id }) => id).join()} slug={slug} steps={data.steps} />
}

function Editor({ slug, steps }: { slug: string; steps: readonly ProgrammeStep[] }) {
  const t = useT()
  const { isActing, act } = useAct()
  const [lines, setLines] = useState(() => steps.map(lineOf))
  const change = (key: string, more: Partial<Line>) =>
    setLines((now) => now.map((line) => (line.key === key ? { ...line, ...more } : line)))
  const isBadLink = (line: Line) => line.link.trim() !== '' && !targetOf(line.link)
  const isSound = (line: Line) =>
    line.title.trim() !== '' &&
    !isBadLink(line) &&
    (line.minutes === '' || (/^\d{1,4}$/.test(line.minutes) && Number(line.minutes) > 0))
  const save = () =>
    act(async () => {
      await api('PUT /api/v1/communities/:community/programme', {
        params: { community: slug },
        body: {
          steps: lines.map((line): WrittenProgrammeStep => ({
            ...(line.id && { id: line.id }),
            kind: line.kind,
            title: line.title.trim(),
            body: line.body.trim() || null,
            minutes: line.minutes === '' ? null : Number(line.minutes),
            ...targetOf(line.link),
          })),
        },
      })
      return t('editor.saved')
    })
  return (
    <div className="grid gap-4">
      {lines.length === 0 && <p className="m-0 text-muted">{t('editor.none')}</p>}
      <ol className="m-0 grid list-none p-0">
        {lines.map((line, index) => (
          <li key={line.key} className="kind-line">
            <div className="flex items-center justify-between gap-3">
              <h3 className="m-0 text-base">{t('common.nth', { n: index + 1 })}</h3>
              <LineActs
                name={line.title || t('common.nth', { n: index + 1 })}
                index={index}
                length={lines.length}
                onMove={(by) => setLines((now) => moved(now, index, by))}
                onRemove={() => setLines((now) => now.filter(({ key }) => key !== line.key))}
              />
            </div>
            <div className="kind-line-fields">
              <TextField
                label={t('editor.name')}
                value={line.title}
                onChange={(title) => change(line.key, { title })}
                maxLength={120}
                isRequired
              />
              <Select
                label={t('editor.kind')}
                value={line.kind}
                onChange={(id) => change(line.key, { kind: id as StepKind })}
                options={stepKinds.map((id) => ({ id, label: t(`programme.step.${id}`) }))}
              />
              <TextField
                label={t('editor.link')}
                hint={
                  line.linked && line.linked.link === line.link
                    ? t('editor.linked', { title: line.linked.title })
                    : t('editor.linkHint')
                }
                value={line.link}
                onChange={(link) => change(line.key, { link })}
                optional
                error={isBadLink(line) ? t('editor.linkBad') : undefined}
              />
              <TextField
                label={t('editor.minutes')}
                value={line.minutes}
                onChange={(minutes) => change(line.key, { minutes: minutes.trim() })}
                inputMode="numeric"
                optional
              />
            </div>
            <TextArea
              label={t('editor.body')}
              value={line.body}
              onChange={(body) => change(line.key, { body })}
              maxLength={2000}
              optional
            />
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2">
        <Button isDisabled={lines.length >= 60} onPress={() => setLines((now) => [...now, empty()])}>
          {t('common.add')}
        </Button>
        <Button look="primary" isPending={isActing} isDisabled={!lines.every(isSound)} onPress={save}>
          {t('common.save')}
        </Button>
      </div>
    </div>
  )
}
