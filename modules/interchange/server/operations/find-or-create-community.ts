import { createCommunity, getCommunityFor } from '#modules/communities/public.ts'
import type { Context } from '#platform/context.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { findFounding } from '../queries.ts'

export interface Destination {
  id: string
  slug: string
  language: 'fr' | 'en'
  created: boolean
  /** A community that was just created has a manager unless there is no administrator yet. */
  hasManager: boolean
}

/**
 * The community of that address; where there is none, an open community of practice in the organisation's language
 * is founded, whose manager is the administrator who has been one for longest. Works in an empty database.
 */
export async function findOrCreateCommunity(ctx: Context, slug: string): Promise<Destination> {
  const founding = await findFounding(ctx.tx)
  const language = founding?.defaultLanguage ?? 'fr'
  try {
    const { id, languages } = await getCommunityFor(ctx, slug, 'see')
    const own = languages[0]
    return {
      id,
      slug,
      language: own === 'fr' || own === 'en' ? own : language,
      created: false,
      hasManager: true,
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
  const words = slug.replaceAll('-', ' ')
  const name = words.charAt(0).toUpperCase() + words.slice(1)
  const purposes = {
    fr: 'Une communauté venue d’une autre plateforme, avec son histoire.',
    en: 'A community brought here from another platform, with its history.',
  }
  const languages = founding?.languages ?? [language]
  const made = await createCommunity(
    ctx,
    {
      kind: 'practice',
      visibility: 'open',
      name: Object.fromEntries(languages.map((each) => [each, name])),
      purpose: Object.fromEntries(languages.map((each) => [each, purposes[each]])),
      languages,
    },
    { slug, founderId: founding?.administratorId ?? null },
  )
  return {
    id: made.id,
    slug: made.slug,
    language,
    created: true,
    hasManager: founding?.administratorId != null,
  }
}
