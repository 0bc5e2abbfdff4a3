import type { MemberCard } from '#modules/people/contract.ts'
import { memberCardSql } from '#modules/people/public.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { ConsentState, Cycle } from '#modules/reports/words.ts'

export interface StoryRow {
  id: string
  cycle: Cycle
  what: string
  language: 'fr' | 'en'
  evidenceUrl: string | null
  hours: number | null
  indicator: string | null
  happenedOn: string
  toldBy: MemberCard | null
  people: { id: string; state: ConsentState; shownAs: 'named' | 'anonymous' | null; member: MemberCard }[]
}

/** Stories of a community, newest first, within days where given. */
export const listStories = (
  tx: Tx,
  communityId: string,
  within: { from: string; to: string } | null,
): Promise<StoryRow[]> =>
  tx.rows<StoryRow>(
    `select s.id, s.cycle, s.what, s.language, s.evidence_url as "evidenceUrl", s.hours::float8 as hours, s.indicator,
            to_char(s.happened_on, 'YYYY-MM-DD') as "happenedOn",
            case when tm.id is null then null else ${memberCardSql('tm')} end as "toldBy",
            coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'state', p.state, 'shownAs', p.shown_as,
                        'member', ${memberCardSql('pm')}) order by p.asked_at, p.id)
                       from reports.story_person p join people.member pm on pm.id = p.member_id
                      where p.story_id = s.id), '[]') as people
       from reports.value_story s left join people.member tm on tm.id = s.told_by
      where s.community_id = $1 and ($2::date is null or s.happened_on between $2::date and $3::date)
      order by s.happened_on desc, s.id desc limit 100`,
    [communityId, within?.from ?? null, within?.to ?? null],
  )

export const insertStory = (
  tx: Tx,
  story: Omit<StoryRow, 'toldBy' | 'people'> & { communityId: string; toldBy: string | null; toldAt: Date },
): Promise<number> =>
  tx.run(
    `insert into reports.value_story (id, community_id, cycle, what, language, evidence_url, hours, indicator, happened_on, told_by, told_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      story.id,
      story.communityId,
      story.cycle,
      story.what,
      story.language,
      story.evidenceUrl,
      story.hours,
      story.indicator,
      story.happenedOn,
      story.toldBy,
      story.toldAt,
    ],
  )

export const insertStoryPeople = (
  tx: Tx,
  storyId: string,
  people: readonly { id: string; memberId: string; state?: ConsentState; shownAs?: string }[],
  at: Date,
): Promise<number> =>
  tx.run(
    `insert into reports.story_person (id, story_id, member_id, asked_at, state, shown_as, answered_at)
     select one.id, $1, one.member_id, $4, one.state, nullif(one.shown_as, ''), case when one.state = 'pending' then null else $4::timestamptz end
       from unnest($2::uuid[], $3::uuid[], $5::text[], $6::text[]) as one (id, member_id, state, shown_as)`,
    [
      storyId,
      people.map(({ id }) => id),
      people.map(({ memberId }) => memberId),
      at,
      people.map(({ state }) => state ?? 'pending'),
      people.map(({ shownAs }) => shownAs ?? ''),
    ],
  )

export const deleteStory = async (tx: Tx, communityId: string, id: string): Promise<boolean> =>
  (await tx.run('delete from reports.value_story where community_id = $1 and id = $2', [communityId, id])) > 0
