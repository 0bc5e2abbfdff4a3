import type { CouldAnswer } from '../contract.ts'
import { useT } from './t.ts'

/** Why somebody could answer, and their load, in one line. */
export function useReason(): (person: CouldAnswer) => string {
  const t = useT()
  return ({ reason, subject, isConfirmed, askedThisWeek }) => {
    const why =
      subject !== null && reason === 'askMeAbout'
        ? t(isConfirmed ? 'rescue.reason.askMeAboutConfirmed' : 'rescue.reason.askMeAbout', { subject })
        : subject !== null && reason === 'answeredTag'
          ? t('rescue.reason.answeredTag', { subject })
          : t(reason === 'expert' ? 'rescue.reason.expert' : 'rescue.reason.answeredNear')
    return `${why} · ${t('rescue.load', { n: askedThisWeek })}`
  }
}
