import { wordsOf } from '#modules/notifications/public.ts'
import { en, fr } from '../messages/notices.ts'

/** What the server writes itself: notices and calendar files. */
export const words = wordsOf({ fr, en })
