import type { Proposal } from '../contract.ts'
import { useT } from './t.ts'

/** Why somebody could answer, and their load, in one line. */
export function useReason(): (proposal: Proposal) => string {
  const t = useT()
  return ({ reason, subject, isConfirmed, askedThisWeek }) => {
    const why =
      subject !== null && reason === 'askMeAbout'
        ? t(isConfirmed ? 'ask.reason.askMeAboutConfirmed' : 'ask.reason.askMeAbout', { subject })
        : subject !== null && reason === 'answeredTag'
          ? t('ask.reason.answeredTag', { subject })
          : t(reason === 'expert' ? 'ask.reason.expert' : 'ask.reason.answeredNear')
    return `${why} · ${t('ask.load', { n: askedThisWeek })}`
  }
}
