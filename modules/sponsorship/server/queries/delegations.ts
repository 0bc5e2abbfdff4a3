import type { MemberCard } from '#modules/people/contract.ts'
import { memberCardSql } from '#modules/people/public.ts'
import type { Tx } from '#platform/db/tx.ts'

/** The delegate of each of these sponsors; the longest standing one where there are several. */
export const listDelegates = async (
  tx: Tx,
  sponsorIds: readonly string[],
): Promise<Map<string, MemberCard>> =>
  new Map(
    (
      await tx.rows<{ sponsorId: string; delegate: MemberCard }>(
        `select distinct on (d.sponsor_id) d.sponsor_id as "sponsorId", ${memberCardSql('m')} as delegate
           from sponsorship.delegation d join people.member m on m.id = d.delegate_id
          where d.sponsor_id = any($1::uuid[]) and d.ended_at is null order by d.sponsor_id, d.since`,
        [sponsorIds],
      )
    ).map(({ sponsorId, delegate }) => [sponsorId, delegate]),
  )
