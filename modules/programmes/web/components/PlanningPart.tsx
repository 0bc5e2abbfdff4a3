import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { MemberLink } from '#modules/people/web/public.ts'
import type { Journal, Programme } from '#modules/programmes/contract.ts'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { Section } from '#ui/Layout.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

/** The three questions of the framing, answered in words; every answer is kept. */
export function PlanningPart({
  programme,
  planning,
}: {
  programme: Programme
  planning: Journal['planning']
}) {
  const t = useT()
  return (
    <Section title={t('planning.title')} hint={t('planning.hint')}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        {planning.map((one) => (
          <Question key={one.question} programme={programme} {...one} />
        ))}
      </div>
    </Section>
  )
}

function Question({ programme, question, answers }: { programme: Programme } & Journal['planning'][number]) {
  const t = useT()
  const { isActing, act } = useAct()
  const [isWriting, setWriting] = useState(false)
  const [latest, ...former] = answers
  const [text, setText] = useState(latest?.text ?? '')
  const title = t(`planning.${question}.title`)
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <div className="flex items-start justify-between gap-3">
        <div>
          <h3 className="m-0 text-base">{title}</h3>
          <p className="m-0 text-sm text-muted">{t(`planning.${question}.hint`)}</p>
        </div>
        {programme.can.lead && !isWriting && (
          <Button
            look="quiet"
            size="small"
            icon
            aria-label={t('planning.answer', { question: title })}
            onPress={() => setWriting(true)}
          >
            <Pencil aria-hidden />
          </Button>
        )}
      </div>
      {isWriting ? (
        <>
          <TextArea label={title} value={text} onChange={setText} maxLength={6000} rows={5} autoFocus />
          <p className="m-0 flex gap-2">
            <Button
              look="primary"
              size="small"
              isPending={isActing}
              isDisabled={!text.trim()}
              onPress={() =>
                act(
                  async () => {
                    await api('POST /api/v1/programmes/:programmeId/planning', {
                      params: { programmeId: programme.id },
                      body: { question, text: text.trim() },
                    })
                    return t('planning.saved')
                  },
                  () => setWriting(false),
                )
              }
            >
              {t('common.save')}
            </Button>
            <Button size="small" onPress={() => setWriting(false)}>
              {t('common.cancel')}
            </Button>
          </p>
        </>
      ) : latest ? (
        <p className="m-0 whitespace-pre-line" dir="auto">
          {latest.text}
        </p>
      ) : (
        <p className="m-0 text-muted">{t('planning.empty')}</p>
      )}
      {latest && !isWriting && (
        <p className="m-0 text-sm text-muted">
          {t('on', { on: new Date(latest.at) })}
          {latest.by && (
            <>
              {' · '}
              <MemberLink member={latest.by} />
            </>
          )}
        </p>
      )}
      {former.length > 0 && (
        <details>
          <summary className="cursor-pointer text-sm font-semibold">
            {t('planning.former', { n: former.length })}
          </summary>
          {former.map((one) => (
            <blockquote key={one.id} className="m-0 border-s-2 border-line ps-3 pt-2 text-sm">
              <p className="m-0 whitespace-pre-line" dir="auto">
                {one.text}
              </p>
              <p className="m-0 text-muted">{t('on', { on: new Date(one.at) })}</p>
            </blockquote>
          ))}
        </details>
      )}
    </div>
  )
}
