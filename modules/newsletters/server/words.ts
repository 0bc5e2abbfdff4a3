import { wordsOf } from '#modules/notifications/public.ts'
import { en, fr } from '../messages/mails.ts'

/** The words of mails and notices in one language. */
export const mailWords = wordsOf({ fr, en })
