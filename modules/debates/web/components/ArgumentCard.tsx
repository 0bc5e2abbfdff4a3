import { useQuery } from '@tanstack/react-query'
import { Ellipsis, Heart } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { Argument } from '#modules/debates/contract.ts'
import { api } from '#platform/web/api.ts'
import { useFormat } from '#platform/web/i18n.tsx'
import { Button } from '#ui/Button.tsx'
import { Menu } from '#ui/Menu.tsx'
import { Tag } from '#ui/Tag.tsx'
import { originalsQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { Byline } from './Byline.tsx'

const ArgumentDialog = lazy(() => import('./ArgumentDialog.tsx'))
const WordDialog = lazy(() => import('./WordDialog.tsx'))
const ReturnDialog = lazy(() => import('./ReturnDialog.tsx'))
const RepeatDialog = lazy(() => import('./RepeatDialog.tsx'))

type Open = 'edit' | 'repeat' | 'return' | 'name'

/** One argument. It is supported, asked for its source or said to repeat another; it is never answered. */
export function ArgumentCard({
  argument,
  debateId,
  mayBeNameless,
}: {
  argument: Argument
  debateId: string
  mayBeNameless: boolean
}) {
  const t = useT()
  const format = useFormat()
  const [open, setOpen] = useState<Open>()
  const [isUnfolded, setUnfolded] = useState(false)
  const params = { argumentId: argument.id }
  const support = useAct(
    (supports: boolean) =>
      api('PUT /api/v1/debate-arguments/:argumentId/support', { params, body: { supports } }),
    '',
  )
  const source = useAct(
    (asks: boolean) =>
      api('PUT /api/v1/debate-arguments/:argumentId/source-request', { params, body: { asks } }),
    (asks) => t(asks ? 'argument.sourceAsked' : 'argument.sourceUnasked'),
  )
  const back = useAct(
    () => api('DELETE /api/v1/debate-arguments/:argumentId', { params }),
    t('argument.takenBack'),
  )
  const acts = [
    ...(argument.can.support
      ? [
          {
            id: 'source',
            label: t(argument.iAskForSource ? 'argument.unaskSource' : 'argument.askSource'),
            onAction: () => source.run(!argument.iAskForSource),
          },
          { id: 'repeat', label: t('argument.sayRepeats'), onAction: () => setOpen('repeat') },
        ]
      : []),
    ...(argument.can.edit
      ? [
          { id: 'edit', label: t('argument.edit'), onAction: () => setOpen('edit') },
          { id: 'back', label: t('argument.takeBack'), danger: true, onAction: () => back.run() },
        ]
      : []),
    ...(argument.can.moderate && !argument.isMine && !argument.isMerged
      ? [{ id: 'return', label: t('argument.return'), onAction: () => setOpen('return') }]
      : []),
    ...(argument.can.moderate && argument.nameless > 0 && !argument.isMerged && !argument.isMine
      ? [{ id: 'name', label: t('argument.askName'), onAction: () => setOpen('name') }]
      : []),
  ]
  const label = `#${String(argument.number)}`
  return (
    <li className="debate-argument" id={`argument-${String(argument.number)}`} tabIndex={-1}>
      <p lang={argument.language}>{argument.text}</p>
      {argument.sources.length > 0 && (
        <ul className="debate-facts m-0 list-none p-0" aria-label={t('argument.sources')}>
          {argument.sources.map(({ title, url }) => (
            <li key={`${title}${url ?? ''}`}>
              {url ? (
                <a href={url} rel="noopener noreferrer" className="member-link">
                  {title}
                </a>
              ) : (
                title
              )}
            </li>
          ))}
        </ul>
      )}
      <p className="debate-facts">
        <span>{label}</span>
        <Byline authors={argument.authors} nameless={argument.nameless} isMine={argument.isMine} />
        <time dateTime={argument.on}>{format.dateTime(new Date(argument.on), 'day')}</time>
        {argument.isEdited && <span>{t('argument.edited')}</span>}
        {argument.askedForSource > 0 && (
          <Tag>{t('argument.askedForSource', { n: argument.askedForSource })}</Tag>
        )}
      </p>
      <div className="debate-acts">
        {argument.can.support ? (
          <Button
            size="small"
            look={argument.iSupport ? 'primary' : 'secondary'}
            aria-pressed={argument.iSupport}
            onPress={() => support.run(!argument.iSupport)}
          >
            <Heart aria-hidden />
            {t('argument.support', { n: argument.supports })}
          </Button>
        ) : (
          <span className="debate-facts">{t('argument.supports', { n: argument.supports })}</span>
        )}
        {argument.isMerged && (
          <Button
            size="small"
            look="quiet"
            aria-expanded={isUnfolded}
            onPress={() => setUnfolded(!isUnfolded)}
          >
            {t(isUnfolded ? 'argument.foldOriginals' : 'argument.originals')}
          </Button>
        )}
        {acts.length > 0 && (
          <Menu
            label={t('argument.acts', { number: argument.number })}
            trigger={
              <Button
                size="small"
                look="quiet"
                icon
                aria-label={t('argument.acts', { number: argument.number })}
              >
                <Ellipsis aria-hidden />
              </Button>
            }
            groups={[acts]}
          />
        )}
      </div>
      {isUnfolded && <Originals argumentId={argument.id} />}
      <Suspense>
        {open === 'edit' && (
          <ArgumentDialog
            debateId={debateId}
            argument={argument}
            side={argument.side}
            proposalId={argument.proposalId}
            mayBeNameless={mayBeNameless}
            onClose={() => setOpen(undefined)}
          />
        )}
        {open === 'repeat' && <RepeatDialog argument={argument} onClose={() => setOpen(undefined)} />}
        {open === 'return' && (
          <ReturnDialog argumentId={argument.id} debateId={debateId} onClose={() => setOpen(undefined)} />
        )}
        {open === 'name' && (
          <WordDialog
            title={t('argument.askName')}
            label={t('name.reason')}
            hint={t('name.hint')}
            said={t('name.asked')}
            send={(reason) =>
              api('POST /api/v1/debates/:debateId/name-requests', {
                params: { debateId },
                body: { argumentId: argument.id, reason },
              })
            }
            onClose={() => setOpen(undefined)}
          />
        )}
      </Suspense>
    </li>
  )
}

/** The texts behind a merged argument, as they were written. */
function Originals({ argumentId }: { argumentId: string }) {
  const t = useT()
  const { data } = useQuery(originalsQuery(argumentId))
  return (
    <ul className="debate-list" aria-label={t('argument.originals')}>
      {data?.items.map((one) => (
        <li key={one.id} className="grid gap-1 border-s-2 border-line py-2 ps-3">
          <p className="debate-words" lang={one.language}>
            {one.text}
          </p>
          <p className="debate-facts">
            <span>#{one.number}</span>
            <Byline authors={one.authors} nameless={one.nameless} isMine={one.isMine} />
          </p>
        </li>
      ))}
    </ul>
  )
}
