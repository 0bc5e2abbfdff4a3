import '../components/kinds.css'
import { useQuery } from '@tanstack/react-query'
import { Lightbulb, TriangleAlert } from 'lucide-react'
import type { KindView } from '#modules/kinds/contract.ts'
import { Frame } from '#modules/workbench/web/public.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useFormat } from '#platform/web/i18n.tsx'
import { ButtonLink } from '#platform/web/links.tsx'
import { useInvalidateOn } from '#platform/web/realtime.ts'
import { Notice, Rows, Section } from '#ui/Layout.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { ChangeKind } from '../components/KindPreviewBox.tsx'
import { useKindWords } from '../components/kind-words.ts'
import { ProcessEditor } from '../components/ProcessEditor.tsx'
import { ProgrammeEditor } from '../components/ProgrammeEditor.tsx'
import { boardPath, decisionsPath, problemPath, programmePath } from '../paths.ts'
import { keys, kindQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { End } from './DecisionsPage.tsx'

/** `/communities/:slug/workbench/kind`: what the kind brings, what is there of it, and another one, shown first. */
export function KindPage() {
  const t = useT()
  return (
    <Frame title={t('kind.title')} lead={t('kind.lead')}>
      {({ slug, id }) => <Shown slug={slug} communityId={id} />}
    </Frame>
  )
}

function Shown({ slug, communityId }: { slug: string; communityId: string }) {
  const t = useT()
  const { data, error, refetch } = useQuery(kindQuery(slug))
  useInvalidateOn(`community:${communityId}`, keys.one(slug))
  if (error && !data) return <ErrorView error={error} t={t} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={6} />
  const { kind } = data.presets
  return (
    <>
      <Brings slug={slug} view={data} />
      {kind === 'process' && (
        <Section
          title={t('process.title')}
          hint={t('process.hint')}
          aside={<ButtonLink to={boardPath(slug)}>{t('board.title')}</ButtonLink>}
        >
          <ProcessEditor slug={slug} />
        </Section>
      )}
      {kind === 'learning' && (
        <Section
          title={t('editor.title')}
          hint={t('editor.hint')}
          aside={<ButtonLink to={programmePath(slug)}>{t('programme.title')}</ButtonLink>}
        >
          <ProgrammeEditor slug={slug} />
        </Section>
      )}
      {data.closing && (
        <Section
          title={t('review.title')}
          hint={t('review.hint')}
          aside={<ButtonLink to={decisionsPath(slug)}>{t('project.title')}</ButtonLink>}
        >
          <End slug={slug} closing={data.closing} canManage />
        </Section>
      )}
      <Section title={t('kind.change')} hint={t('kind.changeHint')}>
        <ChangeKind slug={slug} kind={kind} />
      </Section>
      <Changes view={data} />
    </>
  )
}

/** What the kind sets, in words, and what is still missing of it. */
function Brings({ slug, view: { presets, state } }: { slug: string; view: KindView }) {
  const t = useT()
  const format = useFormat()
  const words = useKindWords()
  const { kind } = presets
  const roles = presets.roles.map((role) => {
    const [name = ''] = words.roles([role])
    return state.rolesFilled.includes(role) ? name : t('kind.roleMissing', { role: name })
  })
  return (
    <Section title={t('kind.now', { kind: t(`kinds.${kind}.name`) })} hint={t(`kinds.${kind}.brings`)}>
      <div className="grid gap-5">
        {presets.indicator === 'required' && !state.hasIndicator && (
          <Notice tone="warn" icon={<TriangleAlert aria-hidden />} title={t('kind.indicatorMissing')}>
            <p className="pt-1">
              <ButtonLink to={problemPath(slug)} size="small">
                {t('kind.indicatorGo')}
              </ButtonLink>
            </p>
          </Notice>
        )}
        <dl className="kind-facts">
          <dt>{t('kind.sections')}</dt>
          <dd>{format.list(words.sections(presets.sections))}</dd>
          <dt>{t('kind.roles')}</dt>
          <dd>{format.list(roles)}</dd>
          <dt>{t('kind.rhythm')}</dt>
          <dd>{t(`kinds.${kind}.rhythm`)}</dd>
          <dt>{t('kind.indicator')}</dt>
          <dd>{t(`kinds.${kind}.indicator`)}</dd>
          <dt>{t('kind.end')}</dt>
          <dd>{t(`kinds.${kind}.end`)}</dd>
        </dl>
        <Notice icon={<Lightbulb aria-hidden />} title={t('kind.advice')}>
          <p>
            {t(`kinds.${kind}.advice`)}
            {presets.partnersUsual && !state.partnersAdmitted && ` ${t('kind.partners')}`}
          </p>
        </Notice>
      </div>
    </Section>
  )
}

function Changes({ view: { changes } }: { view: KindView }) {
  const t = useT()
  return (
    <Section title={t('kind.history')}>
      {changes.length === 0 ? (
        <p className="text-muted">{t('kind.noHistory')}</p>
      ) : (
        <Rows label={t('kind.history')}>
          {changes.map(({ id, from, to, why, at }) => (
            <li key={id} className="grid gap-0.5">
              <span>
                {t('kind.historyLine', {
                  from: t(`kinds.${from}.name`),
                  to: t(`kinds.${to}.name`),
                  at: new Date(at),
                })}
              </span>
              {why && (
                <span className="text-sm text-muted" dir="auto">
                  {why}
                </span>
              )}
            </li>
          ))}
        </Rows>
      )}
    </Section>
  )
}
