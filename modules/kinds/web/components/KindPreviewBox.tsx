import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CommunityKind, KindPreview } from './kind-words.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useFormat } from '#platform/web/i18n.tsx'
import { queryClient } from '#platform/web/query-client.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Layout.tsx'
import { Select } from '#ui/Select.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { TextField } from '#ui/TextField.tsx'
import { previewQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { kindsToChoose, useKindWords } from './kind-words.ts'

/** Another kind: what it keeps, adds, changes and puts away, before anything happens. */
export function ChangeKind({ slug, kind }: { slug: string; kind: CommunityKind }) {
  const t = useT()
  const [to, setTo] = useState<CommunityKind>()
  return (
    <div className="grid max-w-[42rem] gap-5">
      <Select
        label={t('kind.to')}
        value={to ?? null}
        onChange={(id) => setTo(id as CommunityKind)}
        options={kindsToChoose
          .filter((id) => id !== kind)
          .map((id) => ({ id, label: capital(t(`kinds.${id}.name`)), hint: t(`kinds.${id}.brings`) }))}
      />
      {to && to !== kind && <Preview slug={slug} to={to} onDone={() => setTo(undefined)} />}
    </div>
  )
}

/** A name that stands alone, not in a sentence. */
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function Preview({ slug, to, onDone }: { slug: string; to: CommunityKind; onDone: () => void }) {
  const t = useT()
  const { isActing, act } = useAct()
  const [why, setWhy] = useState('')
  const { data, error, refetch } = useQuery(previewQuery(slug, to))
  if (error && !data) return <ErrorView error={error} t={t} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={4} />
  const kind = t(`kinds.${to}.name`)
  const apply = () =>
    act(async () => {
      await api('PUT /api/v1/communities/:community/kind', {
        params: { community: slug },
        body: { to, why: why.trim() || null },
      })
      // Its sections and everything that follows the kind are others now.
      await queryClient.invalidateQueries()
      return t('kind.applied', { kind })
    }, onDone)
  return (
    <div className="grid gap-5">
      <Notice>
        <Changes preview={data} />
      </Notice>
      <TextField label={t('kind.why')} value={why} onChange={setWhy} maxLength={500} optional />
      <div>
        <Button look="primary" isPending={isActing} onPress={apply}>
          {t('kind.apply', { kind })}
        </Button>
      </div>
    </div>
  )
}

function Changes({ preview }: { preview: KindPreview }) {
  const t = useT()
  const format = useFormat()
  const words = useKindWords()
  const { kept, putAway, comesBack, indicator, rhythm, endRule } = preview
  const away = words.counted(putAway)
  const back = words.counted({ ...comesBack, placed: 0 })
  const parts = [
    { title: t('kind.kept'), lines: [t('kind.keptAll', kept)] },
    {
      title: t('kind.added'),
      lines: [
        preview.sectionsAdded.length > 0 &&
          t('kind.addedSections', { sections: format.list(words.sections(preview.sectionsAdded)) }),
        preview.rolesToFind.length > 0 &&
          t('kind.addedRoles', { roles: format.list(words.roles(preview.rolesToFind)) }),
        preview.partnersUsual && t('kind.addedPartners'),
        back.length > 0 && t('kind.comesBack', { what: format.list(back) }),
      ],
    },
    {
      title: t('kind.changed'),
      lines: [
        t('kind.orderAfter', { sections: format.list(words.sections(preview.sectionsAfter)) }),
        rhythm.before !== rhythm.after && t(`kind.rhythmAfter.${rhythm.after}`),
        indicator.before !== indicator.after && t(`kind.indicatorAfter.${indicator.after}`),
        indicator.isMissing && t('kind.isMissing'),
        endRule.before !== endRule.after && t(`kind.endAfter.${endRule.after}`),
      ],
    },
    {
      title: t('kind.putAway'),
      lines:
        away.length > 0 || preview.sectionsPutAway.length > 0
          ? [
              t('kind.putAwayWhat', {
                what: format.list([...words.sections(preview.sectionsPutAway), ...away]),
              }),
            ]
          : [t('kind.nothingAway')],
    },
    { title: t('kind.told'), lines: [t('kind.toldN', { n: preview.told })] },
  ]
  return (
    <div className="kind-preview">
      {parts.map(({ title, lines }) => {
        const said = lines.filter((line) => typeof line === 'string')
        return (
          said.length > 0 && (
            <div key={title}>
              <h3>{title}</h3>
              <ul>
                {said.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </div>
          )
        )
      })}
    </div>
  )
}
