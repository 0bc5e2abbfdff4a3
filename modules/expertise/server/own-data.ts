import { columnsOf } from '#platform/privacy/own-data.ts'
import type { OwnData } from '#platform/privacy/own-data.ts'

/** What a person knows, and how they were asked. */
export const ownData: OwnData = {
  columns: [
    ...columnsOf(
      'expertise',
      'delete',
      'confirmation.member_id confirmation.by_member_id named_expert.member_id interest.member_id project.member_id opt_out.member_id absence.member_id not_introduced.member_id not_introduced.other_id ask.to_member_id ask.by_member_id',
    ),
  ],
  archive: [
    {
      name: 'confirmedSkills',
      sql: `select skill_key as skill, at, hidden_at is not null as hidden from expertise.confirmation where member_id = $1 order by at`,
    },
    {
      name: 'confirmationsGiven',
      sql: `select skill_key as skill, occasion, at from expertise.confirmation where by_member_id = $1 order by at`,
    },
    { name: 'interests', sql: `select label from expertise.interest where member_id = $1 order by key` },
    {
      name: 'projects',
      sql: `select name, role, from_year as "fromYear", to_year as "toYear" from expertise.project where member_id = $1 order by from_year`,
    },
    {
      name: 'absence',
      sql: `select starts_on as "startsOn", ends_on as "endsOn" from expertise.absence where member_id = $1`,
    },
    {
      name: 'asked',
      sql: `select post_id as "postId", at, declined_at as "declinedAt" from expertise.ask where to_member_id = $1 order by at`,
    },
  ],
}
