import { createTranslator } from 'use-intl/core'
import type { Mail } from '#platform/mail/mailer.ts'
import { composeMail, isolate } from '#platform/mail/template.ts'
import type fr from '../messages/fr.ts'

interface Occasion {
  language: 'fr' | 'en'
  organisation: string
  name: string
  url: string
}

type Words = Pick<Mail, 'subject' | 'text' | 'html'>

async function translator(language: 'fr' | 'en') {
  const file = (
    language === 'fr' ? await import('../messages/fr.ts') : await import('../messages/en.ts')
  ) as { default: typeof fr }
  return createTranslator({ locale: language, messages: file.default, timeZone: 'UTC', namespace: 'mail' })
}

/** "Choose a new password": one hour, once. */
export async function resetMail(occasion: Occasion): Promise<Words> {
  const t = await translator(occasion.language)
  const words = { organisation: isolate(occasion.organisation), name: isolate(occasion.name) }
  return composeMail({
    language: occasion.language,
    subject: t('reset.subject'),
    heading: t('reset.heading', words),
    blocks: [
      { kind: 'paragraph', text: t('reset.why', words) },
      { kind: 'action', label: t('reset.act'), url: occasion.url },
      { kind: 'paragraph', text: t('reset.otherwise') },
    ],
    footer: t('reset.footer', words),
  })
}

/** "Your colleagues are here": fourteen days, once. */
export async function invitationMail(occasion: Occasion): Promise<Words> {
  const t = await translator(occasion.language)
  const words = { organisation: isolate(occasion.organisation), name: isolate(occasion.name) }
  return composeMail({
    language: occasion.language,
    subject: t('invitation.subject', words),
    heading: t('invitation.heading', words),
    blocks: [
      { kind: 'paragraph', text: t('invitation.why', words) },
      { kind: 'action', label: t('invitation.act'), url: occasion.url },
      { kind: 'paragraph', text: t('invitation.otherwise') },
    ],
    footer: t('invitation.footer', words),
  })
}
