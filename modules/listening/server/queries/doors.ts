import { memberCardSql } from '#modules/people/public.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import type { ThemeKind } from '#modules/listening/contract.ts'
import type { Context } from '#platform/context.ts'
import { todayOf } from '../access.ts'

/** A decision that is expected (`asked`), or something promised (`doing`); `…Late` once its day has passed. */
export interface PromiseDue {
  themeId: string
  title: string
  decider: MemberCard
  due: string
  state: 'asked' | 'askedLate' | 'doing' | 'doingLate'
}

/** Decisions expected and promises not kept yet, due up to `until` (YYYY-MM-DD), the oldest first; at most fifty. */
export const listPromisesDue = (ctx: Context, communityId: string, until: string): Promise<PromiseDue[]> =>
  ctx.tx.rows(
    `with due as (
       select th.id, th.title, d.decider_id as member_id, d.due, 'asked' as what
         from listening.theme th join listening.decision d on d.theme_id = th.id and d.handed_at is null
        where th.community_id = $1 and d.due <= $2::date
          and not exists (select 1 from listening.answer an where an.theme_id = th.id)
          and not exists (select 1 from listening.closure clo where clo.theme_id = th.id)
       union all
       select th.id, th.title, coalesce(a.owner_id, d.decider_id), a.due, 'doing'
         from listening.theme th join listening.answer an on an.theme_id = th.id and an.published_at is not null
         join listening.action a on a.theme_id = th.id and a.done_at is null
         join listening.decision d on d.id = an.decision_id
        where th.community_id = $1 and a.due <= $2::date)
     select x.id as "themeId", x.title, ${memberCardSql('m')} as decider, x.due::text as due,
            x.what || case when x.due < $3::date then 'Late' else '' end as state
       from due x join people.member m on m.id = x.member_id order by x.due, x.id limit 50`,
    [communityId, until, todayOf(ctx)],
  )

export interface AnsweredTheme {
  themeId: string
  title: string
  kind: ThemeKind
  answeredOn: string
  decider: MemberCard
  weDo: { text: string; due: string; doneOn: string | null }[]
  weWillNot: string | null
  because: string | null
  postId: string | null
}

/** Themes whose answer was published between two days, both included; newest first, at most fifty. */
export const listAnsweredThemes = (
  ctx: Context,
  communityId: string,
  from: string,
  to: string,
): Promise<AnsweredTheme[]> =>
  ctx.tx.rows(
    `select th.id as "themeId", th.title, th.kind, (an.published_at at time zone 'UTC')::date::text as "answeredOn",
            ${memberCardSql('m')} as decider, an.we_will_not as "weWillNot", an.because, an.post_id as "postId",
            coalesce((select json_agg(json_build_object('text', a.text, 'due', a.due,
                        'doneOn', (a.done_at at time zone 'UTC')::date) order by a.position)
                        from listening.action a where a.theme_id = th.id), '[]') as "weDo"
       from listening.theme th join listening.answer an on an.theme_id = th.id
       join listening.decision d on d.id = an.decision_id join people.member m on m.id = d.decider_id
      where th.community_id = $1 and (an.published_at at time zone 'UTC')::date between $2::date and $3::date
      order by an.published_at desc, th.id desc limit 50`,
    [communityId, from, to],
  )

export interface OpenDecision {
  themeId: string
  title: string
  question: string
  decider: MemberCard
  due: string
  isLate: boolean
}

/** Decisions that somebody was asked for and that nobody has answered, the oldest date first; at most fifty. */
export const listOpenDecisions = (ctx: Context, communityId: string): Promise<OpenDecision[]> =>
  ctx.tx.rows(
    `select th.id as "themeId", th.title, d.question, ${memberCardSql('m')} as decider, d.due::text as due, d.due < $2::date as "isLate"
       from listening.theme th join listening.decision d on d.theme_id = th.id and d.handed_at is null
       join people.member m on m.id = d.decider_id
      where th.community_id = $1
        and not exists (select 1 from listening.answer an where an.theme_id = th.id)
        and not exists (select 1 from listening.closure clo where clo.theme_id = th.id)
      order by d.due, th.id limit 50`,
    [communityId, todayOf(ctx)],
  )
