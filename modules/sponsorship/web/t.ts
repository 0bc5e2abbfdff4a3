import { catalogue } from '#platform/web/i18n.tsx'
import type fr from '../messages/fr.ts'

export const useT = catalogue<typeof fr>('sponsorship')
export type T = ReturnType<typeof useT>
