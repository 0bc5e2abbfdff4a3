import { keepSource } from '../sources/registry.ts'
import type { Source } from '../sources/registry.ts'
import { listReadableMailings } from './queries.ts'
import { words } from './words.ts'

/** A mailing as an entry of the notifications of those who prefer a digest: it is in their next one. */
export const mailingsSource: Source = {
  name: 'mailings',
  listeners: [],
  async describe(ctx, notices) {
    const t = words(ctx.actor.language)
    const found = await listReadableMailings(
      ctx.tx,
      ctx.actor.memberId,
      notices.map(({ subject }) => subject['mailingId']!),
    )
    const byId = new Map(found.map((one) => [one.id, one]))
    return notices.map(({ subject }) => {
      const mailing = byId.get(subject['mailingId']!)
      return (
        mailing && {
          title: mailing.subject,
          titleLanguage: mailing.language,
          sentence: t('mailings.notice', { name: mailing.authorName }),
          path: `/communities/${mailing.community.slug}/mailings/${mailing.id}`,
          community: mailing.community,
        }
      )
    })
  },
}
keepSource(mailingsSource)
