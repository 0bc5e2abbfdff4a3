import '../expertise.css'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { BadgeCheck, EyeOff, FileText, MessageSquareText } from 'lucide-react'
import { useState } from 'react'
import type { Confirmation, Expertise } from '#modules/expertise/contract.ts'
import { MemberAvatar, MemberLink } from '#modules/people/web/public.ts'
import { api } from '#platform/web/api.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import { ButtonLink, PlainLink } from '#platform/web/links.tsx'
import type { SlotMember } from '#platform/web/slots.tsx'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { Section } from '#ui/Layout.tsx'
import { VisuallyHidden } from '#ui/Small.tsx'
import { Tag } from '#ui/Tag.tsx'
import { firstNameOf, useDay } from '../days.ts'
import { editProfilePath, skillPath } from '../paths.ts'
import { expertiseQuery, keys, refresh } from '../queries.ts'
import { useT } from '../t.ts'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import { EvidenceDialog } from './EvidenceDialog.tsx'

type Declared = Expertise['declared'][number]

/** What somebody knows: declared, confirmed, shown; three sources that are never added up. */
export default function ProfileExpertise({ member }: { member: SlotMember }) {
  const t = useT()
  const day = useDay()
  const name = firstNameOf(member.displayName)
  const { data } = useSuspenseQuery(expertiseQuery(member.id))
  const [confirming, setConfirming] = useState<Declared | null>(null)
  const [subject, setSubject] = useState<string | null>(null)
  const confirmed = data.declared.filter((one) => one.confirmations.length > 0)
  const isEmpty = data.declared.length === 0 && data.demonstrated.length === 0
  return (
    <>
      {data.absence && (
        <p className="away">
          <Tag tone="warn">
            {data.absence.from === data.absence.to
              ? t('profile.awayDay', { from: day(data.absence.from) })
              : t('profile.away', { from: day(data.absence.from), to: day(data.absence.to) })}
          </Tag>
        </p>
      )}
      {(!isEmpty || member.isMe) && (
        <Section
          title={member.isMe ? t('profile.titleMine') : t('profile.title', { name })}
          aside={
            member.isMe && (
              <ButtonLink to={editProfilePath} look="quiet" size="small">
                {t(data.declared.length > 0 ? 'profile.edit' : 'profile.add')}
              </ButtonLink>
            )
          }
        >
          {isEmpty && <p className="text-muted">{t('profile.nothingMine')}</p>}
          {data.declared.length > 0 && (
            <section className="knows" aria-labelledby="knows-declared">
              <h3 id="knows-declared">{t('profile.declared')}</h3>
              <p className="section-hint">
                {member.isMe ? t('profile.declaredHintMine') : t('profile.declaredHint', { name })}
              </p>
              <ul className="skills">
                {data.declared.map((one) => (
                  <li key={one.skill} className="skill">
                    <PlainLink
                      to={skillPath(one.skill)}
                      className="skill-name"
                      title={t('profile.whoElse', { skill: one.skill })}
                    >
                      <bdi>{one.skill}</bdi>
                    </PlainLink>
                    {one.isNamedExpert && <Tag icon={<BadgeCheck aria-hidden />}>{t('profile.named')}</Tag>}
                    {data.can.confirm &&
                      (one.isConfirmedByMe ? (
                        <span className="skill-note">{t('profile.confirmedByMe')}</span>
                      ) : (
                        <Button
                          size="small"
                          onPress={() => setConfirming(one)}
                          aria-label={t('profile.confirmSkill', { skill: one.skill })}
                        >
                          {t('profile.confirm')}
                        </Button>
                      ))}
                  </li>
                ))}
              </ul>
            </section>
          )}
          {confirmed.length > 0 && (
            <section className="knows" aria-labelledby="knows-confirmed">
              <h3 id="knows-confirmed">{t('profile.confirmed')}</h3>
              {confirmed.map((one) => (
                <div key={one.skill} className="confirmed">
                  <h4>
                    <bdi>{one.skill}</bdi>
                  </h4>
                  <ul>
                    {one.confirmations.map((each) => (
                      <Word key={each.id} confirmation={each} member={member} />
                    ))}
                  </ul>
                </div>
              ))}
            </section>
          )}
          {data.demonstrated.length > 0 && (
            <section className="knows" aria-labelledby="knows-shown">
              <h3 id="knows-shown">{t(member.isMe ? 'profile.demonstratedMine' : 'profile.demonstrated')}</h3>
              <p className="section-hint">{t('profile.demonstratedHint')}</p>
              <ul className="shown">
                {data.demonstrated.map((one) => (
                  <li key={one.subject}>
                    <Button onPress={() => setSubject(one.subject)} className="shown-subject">
                      <bdi>{one.subject}</bdi>
                      {one.answers > 0 && (
                        <span className="shown-count" title={t('profile.answers', { n: one.answers })}>
                          <MessageSquareText aria-hidden /> {one.answers}
                          <VisuallyHidden>{t('profile.answersWord', { n: one.answers })}</VisuallyHidden>
                        </span>
                      )}
                      {one.pages > 0 && (
                        <span className="shown-count" title={t('profile.pages', { n: one.pages })}>
                          <FileText aria-hidden /> {one.pages}
                          <VisuallyHidden>{t('profile.pagesWord', { n: one.pages })}</VisuallyHidden>
                        </span>
                      )}
                    </Button>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </Section>
      )}
      {data.projects.length > 0 && (
        <Section title={t('profile.projects')}>
          <ul className="rows">
            {data.projects.map((project) => (
              <li key={project.name}>
                <span className="font-semibold" dir="auto">
                  {project.name}
                </span>
                <span className="block text-sm text-muted">
                  {[project.role, yearsOf(project, t)].filter(Boolean).join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {data.interests.length > 0 && (
        <Section title={t('profile.interests')}>
          <div className="person-tags">
            {data.interests.map((interest) => (
              <Tag key={interest}>{interest}</Tag>
            ))}
          </div>
        </Section>
      )}
      {confirming && (
        <ConfirmDialog member={member} skill={confirming.skill} onClose={() => setConfirming(null)} />
      )}
      {subject !== null && (
        <EvidenceDialog member={member} subject={subject} onClose={() => setSubject(null)} />
      )}
    </>
  )
}

function yearsOf(project: Expertise['projects'][number], t: ReturnType<typeof useT>): string | null {
  const { fromYear, toYear } = project
  if (fromYear !== null && toYear !== null)
    return fromYear === toYear
      ? String(fromYear)
      : t('profile.years', { from: String(fromYear), to: String(toYear) })
  if (fromYear !== null) return t('profile.since', { year: String(fromYear) })
  return toYear !== null ? t('profile.until', { year: String(toYear) }) : null
}

/** One colleague's word, with what its giver and its receiver may do about it. */
function Word({ confirmation, member }: { confirmation: Confirmation; member: SlotMember }) {
  const t = useT()
  const day = useDay()
  const onError = useErrorToast(t)
  const again = () => refresh(keys.of(member.id))
  const takeBack = useMutation({
    mutationFn: () =>
      api('DELETE /api/v1/confirmations/:confirmationId', { params: { confirmationId: confirmation.id } }),
    onSuccess: () => {
      toast(t('confirmation.takenBack'))
      return again()
    },
    onError,
  })
  const hide = useMutation({
    mutationFn: () =>
      api('PUT /api/v1/me/confirmations/:confirmationId', {
        params: { confirmationId: confirmation.id },
        body: { isHidden: !confirmation.isHidden },
      }),
    onSuccess: again,
    onError,
  })
  return (
    <li className="word" data-hidden={confirmation.isHidden || undefined}>
      <MemberAvatar member={confirmation.by} size="s" />
      <div className="min-w-0">
        <p dir="auto">{t('confirmation.quote', { text: confirmation.occasion })}</p>
        <p className="text-sm text-muted">
          <MemberLink member={confirmation.by} /> · {day(confirmation.at)}
        </p>
        {confirmation.isHidden && (
          <p className="word-hidden">
            <EyeOff aria-hidden /> {t('confirmation.hidden')}
          </p>
        )}
      </div>
      {confirmation.isMine && (
        <Button size="small" look="quiet" isPending={takeBack.isPending} onPress={() => takeBack.mutate()}>
          {t('confirmation.takeBack')}
        </Button>
      )}
      {member.isMe && (
        <Button size="small" look="quiet" isPending={hide.isPending} onPress={() => hide.mutate()}>
          {t(confirmation.isHidden ? 'confirmation.show' : 'confirmation.hide')}
        </Button>
      )}
    </li>
  )
}
