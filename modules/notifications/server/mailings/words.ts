import en from '#modules/notifications/messages/mailings-en.ts'
import fr from '#modules/notifications/messages/mailings-fr.ts'
import { wordsOf } from '../words.ts'

/** Words of mailings and of mails that come in, in one language. */
export const words = wordsOf({ fr, en })
