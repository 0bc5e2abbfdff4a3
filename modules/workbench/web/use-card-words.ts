import { useMember } from '#platform/web/session.ts'
import type { MorningCard, Rhythm } from '../contract.ts'
import { useAgo, useDay, useHours } from './ago.ts'
import { useT } from './t.ts'

const reviews = ['day90', 'stage', 'charter'] as const
const ambassadorSteps = ['ready', 'call', 'step', 'meeting', 'recap', 'talk', 'mandate'] as const
const stepOf = (about: string | null) => ambassadorSteps.find((one) => one === about) ?? 'step'
const reviewOf = (code: string | undefined) => reviews.find((one) => one === code) ?? 'stage'

/** One sentence for a card, and one for its reason. */
export function useCardWords(rhythm: Rhythm): {
  titleOf: (card: MorningCard) => string
  reasonOf: (card: MorningCard) => string
} {
  const t = useT()
  const ago = useAgo()
  const hours = useHours()
  const day = useDay()
  const me = useMember()
  return {
    titleOf: ({ kind, about, member, promisedFor, object }) => {
      const name = member?.displayName ?? ''
      const date = promisedFor ? day(promisedFor) : ''
      const isMine = member?.id === me.id
      if (kind === 'question') return isMine ? t('card.own') : t('card.question', { name })
      if (kind === 'ambassador') return t(`card.ambassador.${stepOf(about)}`, { name, date })
      if (kind === 'editorial')
        return member ? t('card.slot', { name, date }) : t('card.slotWithout', { date })
      if (kind === 'promise') {
        if (about === 'page') return isMine ? t('card.pageOwn') : t('card.page', { name })
        if (about === 'theme') return t('card.theme', { name, date })
        if (about === 'review') return t(`card.review.${reviewOf(object?.title)}`)
        return t('card.promise', { name, date })
      }
      if (kind === 'thanks') return t(about === 'act' ? 'card.thanksAct' : 'card.thanks', { name })
      return kind === 'newcomer' ? t('card.newcomer', { name }) : t('card.safety', { name })
    },
    reasonOf: ({ kind, about, post, promisedFor, helped, waited }) => {
      const date = promisedFor ? day(promisedFor) : ''
      if (kind === 'safety') return t('card.safetyReason')
      if (kind === 'newcomer')
        return `${t('card.posted', { ago: ago(post!.createdAt) })} ${t('card.firstReply')}`
      if (kind === 'ambassador') return t(`card.ambassadorReason.${stepOf(about)}`)
      if (kind === 'editorial') return t('card.slotReason')
      if (kind === 'promise') {
        if (about === 'page') return t('card.pageReason', { date })
        if (about === 'theme') return t('card.themeReason')
        if (about === 'review') return t('card.reviewReason', { date })
        return t('card.due')
      }
      if (kind === 'thanks') {
        if (about === 'act') return t('card.thanksActReason')
        return helped === null ? t('card.helpedFew') : t('card.helped', { n: helped })
      }
      const facts = { ago: ago(post!.createdAt), hours: hours(waited ?? 0) }
      return rhythm.p75 === null
        ? t('card.waitedNoHistory', { ...facts, patience: hours(rhythm.thresholds.askExperts) })
        : t('card.waited', { ...facts, usual: hours(rhythm.p75) })
    },
  }
}
