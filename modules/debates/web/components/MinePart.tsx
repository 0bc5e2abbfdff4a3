import { lazy, Suspense, useState } from 'react'
import type { Argument, Debate } from '#modules/debates/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Button } from '#ui/Button.tsx'
import { Section } from '#ui/Layout.tsx'
import { useT } from '../t.ts'

const ArgumentDialog = lazy(() => import('./ArgumentDialog.tsx'))
const WordDialog = lazy(() => import('./WordDialog.tsx'))

/** One's own arguments that were given back or merged, and what one can do about it. Seen by oneself alone. */
export function MinePart({ debate }: { debate: Debate }) {
  const t = useT()
  if (debate.mine.length === 0) return null
  return (
    <Section title={t('mine.title')} hint={t('mine.hint')}>
      <ul className="debate-list">
        {debate.mine.map((argument) => (
          <Mine key={argument.id} argument={argument} debate={debate} />
        ))}
      </ul>
    </Section>
  )
}

function Mine({ argument, debate }: { argument: Argument; debate: Debate }) {
  const t = useT()
  const { language } = useLanguage()
  const [open, setOpen] = useState<'edit' | 'appeal' | 'object'>()
  const { returned, merged } = argument
  const params = { argumentId: argument.id }
  return (
    <li className="debate-argument">
      <p lang={argument.language}>{argument.text}</p>
      {returned && (
        <p>
          <strong>{t('mine.returned')}</strong> {returned.word}
          {returned.article?.title &&
            ` (${t('rules.article', { number: returned.article.number, title: pickText(returned.article.title, language) })})`}
        </p>
      )}
      {returned?.appeal && <p className="text-sm text-muted">{t('mine.appealed')}</p>}
      {merged && <p>{t('mine.merged', { number: merged.number })}</p>}
      {merged?.objection && !merged.answer && <p className="text-sm text-muted">{t('mine.objected')}</p>}
      {merged?.answer && (
        <p>
          <strong>{t('mine.kept')}</strong> {merged.answer}
        </p>
      )}
      <p className="debate-acts">
        {argument.can.edit && (
          <Button size="small" onPress={() => setOpen('edit')}>
            {t('mine.correct')}
          </Button>
        )}
        {returned && !returned.appeal && (
          <Button size="small" look="quiet" onPress={() => setOpen('appeal')}>
            {t('mine.appeal')}
          </Button>
        )}
        {merged && !merged.objection && (
          <Button size="small" onPress={() => setOpen('object')}>
            {t('mine.object')}
          </Button>
        )}
      </p>
      <Suspense>
        {open === 'edit' && (
          <ArgumentDialog
            debateId={debate.id}
            argument={argument}
            side={argument.side}
            proposalId={argument.proposalId}
            mayBeNameless={false}
            onClose={() => setOpen(undefined)}
          />
        )}
        {(open === 'appeal' || open === 'object') && (
          <WordDialog
            title={t(`mine.${open}`)}
            label={t('mine.why')}
            hint={t('mine.whyHint')}
            said={t('mine.sent')}
            send={(why) =>
              open === 'appeal'
                ? api('POST /api/v1/debate-arguments/:argumentId/appeal', { params, body: { why } })
                : api('POST /api/v1/debate-arguments/:argumentId/merge-objection', { params, body: { why } })
            }
            onClose={() => setOpen(undefined)}
          />
        )}
      </Suspense>
    </li>
  )
}
