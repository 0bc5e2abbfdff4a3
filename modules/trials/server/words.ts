import { wordsOf } from '#modules/notifications/public.ts'
import { en, fr } from '../messages/notices.ts'

/** What the server writes itself: notices and the backlog's file. */
export const words = wordsOf({ fr, en })
