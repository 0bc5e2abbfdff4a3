import { useState } from 'react'
import type { Debate } from '#modules/debates/contract.ts'
import { PersonPicker } from '#modules/communities/web/public.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { MemberLink } from '#modules/people/web/public.ts'
import { api } from '#platform/web/api.ts'
import { useFormat } from '#platform/web/i18n.tsx'
import { useMember } from '#platform/web/session.ts'
import { Button } from '#ui/Button.tsx'
import { DateField } from '#ui/DateField.tsx'
import { Notice } from '#ui/Layout.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { useT } from '../t.ts'
import { today } from '../today.ts'
import { useAct } from '../use-act.ts'

interface Step {
  debate: Debate
  slug: string
}

/** Who reads the file before the opening, what they said, and the opening. */
export function ReadersStep({ debate, slug }: Step) {
  const t = useT()
  const { id } = useMember()
  const of = (side: string) => debate.reviews.find((review) => review.side === side)?.reviewer ?? null
  const [pro, setPro] = useState<MemberCard | null>(of('for'))
  const [contra, setContra] = useState<MemberCard | null>(of('against'))
  const params = { debateId: debate.id }
  const name = useAct(
    () =>
      api('PUT /api/v1/debates/:debateId/reviewers', {
        params,
        body: { forId: pro?.id ?? '', againstId: contra?.id ?? '' },
      }),
    t('review.named'),
  )
  const open = useAct(() => api('POST /api/v1/debates/:debateId/opening', { params }), t('bench.opened'))
  return (
    <section className="debate-step">
      <h3>{t('review.readers')}</h3>
      <p className="text-sm text-muted">{t('review.readersHint')}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        <PersonPicker
          slug={slug}
          label={t('review.forSide')}
          chosen={pro}
          onChoose={setPro}
          without={[id, contra?.id ?? '']}
        />
        <PersonPicker
          slug={slug}
          label={t('review.againstSide')}
          chosen={contra}
          onChoose={setContra}
          without={[id, pro?.id ?? '']}
        />
      </div>
      {debate.reviews.length > 0 && (
        <ul className="debate-list gap-1" aria-label={t('review.readers')}>
          {debate.reviews.map((review) => (
            <li key={review.reviewer.id} className="debate-facts">
              <MemberLink member={review.reviewer} />
              <span>
                {t(
                  review.isNeutral === null
                    ? 'review.waits'
                    : !review.isCurrent
                      ? 'review.again'
                      : review.isNeutral
                        ? 'review.isNeutral'
                        : 'review.isNot',
                )}
              </span>
              {review.word && <q>{review.word}</q>}
            </li>
          ))}
        </ul>
      )}
      {debate.can.missing.length > 0 && (
        <Notice title={t('bench.missing')}>
          <ul className="list-disc ps-5">
            {debate.can.missing.map((what) => (
              <li key={what}>{t(`bench.missingOf.${what}`)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <p className="debate-acts">
        <Button isDisabled={!pro || !contra} isPending={name.isPending} onPress={() => name.run()}>
          {t('review.ask')}
        </Button>
        <Button
          look="primary"
          isDisabled={debate.can.missing.length > 0}
          isPending={open.isPending}
          onPress={() => open.run()}
        >
          {t('bench.open')}
        </Button>
      </p>
    </section>
  )
}

/** The period, extended once. */
export function PeriodStep({ debate }: { debate: Debate }) {
  const t = useT()
  const format = useFormat()
  const [day, setDay] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const act = useAct(
    () =>
      api('POST /api/v1/debates/:debateId/extension', {
        params: { debateId: debate.id },
        body: { closesAt: new Date(`${day ?? ''}T18:00:00`).toISOString(), reason: reason.trim() },
      }),
    t('bench.extended'),
  )
  return (
    <section className="debate-step">
      <h3>{t('bench.period')}</h3>
      <p>{t('page.until', { on: format.dateTime(new Date(debate.closesAt), 'day') })}</p>
      {debate.extension ? (
        <p className="text-muted">{t('bench.alreadyExtended', { reason: debate.extension.reason })}</p>
      ) : (
        <>
          <div className="grid gap-4 sm:grid-cols-2">
            <DateField
              label={t('bench.newEnd')}
              value={day}
              onChange={setDay}
              min={debate.closesAt.slice(0, 10)}
            />
            <TextArea
              label={t('bench.extendWhy')}
              value={reason}
              onChange={setReason}
              maxLength={1000}
              rows={2}
            />
          </div>
          <p>
            <Button isDisabled={!day || !reason.trim()} isPending={act.isPending} onPress={() => act.run()}>
              {t('bench.extend')}
            </Button>
          </p>
        </>
      )}
    </section>
  )
}

/** Who decides, and by when. */
export function DeciderStep({ debate, slug }: Step) {
  const t = useT()
  const [person, setPerson] = useState<MemberCard | null>(debate.decision?.decider ?? null)
  const [due, setDue] = useState<string | null>(debate.decision?.due ?? null)
  const act = useAct(
    () =>
      api('PUT /api/v1/debates/:debateId/decider', {
        params: { debateId: debate.id },
        body: { deciderId: person?.id ?? '', due: due ?? '' },
      }),
    t('decision.named'),
  )
  if (debate.decision?.outcome) return null
  return (
    <section className="debate-step">
      <h3>{t('decision.who')}</h3>
      <p className="text-sm text-muted">{t('decision.whoHint')}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        <PersonPicker slug={slug} label={t('decision.decider')} chosen={person} onChoose={setPerson} />
        <DateField label={t('decision.dueLabel')} value={due} onChange={setDue} min={today()} />
      </div>
      <p>
        <Button isDisabled={!person || !due} isPending={act.isPending} onPress={() => act.run()}>
          {t('decision.name')}
        </Button>
      </p>
    </section>
  )
}

/** The synthesis; every save is a version, members read the newest that was published. */
export function SynthesisStep({ debate }: { debate: Debate }) {
  const t = useT()
  const [bodyMd, setBody] = useState(debate.synthesis?.bodyMd ?? '')
  const act = useAct(
    (publish: boolean) =>
      api('PUT /api/v1/debates/:debateId/synthesis', {
        params: { debateId: debate.id },
        body: { bodyMd: bodyMd.trim(), publish },
      }),
    (publish) => t(publish ? 'synthesis.published' : 'synthesis.kept'),
  )
  return (
    <section className="debate-step">
      <h3>{t('synthesis.title')}</h3>
      {debate.synthesis && (
        <p className="text-sm text-muted">
          {t(debate.synthesis.isPublished ? 'synthesis.isPublished' : 'synthesis.isDraft', {
            version: debate.synthesis.version,
          })}
        </p>
      )}
      <TextArea
        label={t('synthesis.text')}
        hint={t('synthesis.textHint')}
        value={bodyMd}
        onChange={setBody}
        maxLength={40_000}
        rows={8}
      />
      <p className="debate-acts">
        <Button isDisabled={!bodyMd.trim()} isPending={act.isPending} onPress={() => act.run(false)}>
          {t('synthesis.keep')}
        </Button>
        <Button
          look="primary"
          isDisabled={!bodyMd.trim()}
          isPending={act.isPending}
          onPress={() => act.run(true)}
        >
          {t('synthesis.publish')}
        </Button>
      </p>
    </section>
  )
}
