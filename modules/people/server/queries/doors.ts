import type { Context } from '#platform/context.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { formerMemberId } from '#modules/people/contract.ts'
import type { MemberCard, Organisation } from '#modules/people/contract.ts'
import { memberCardSql } from '../views.ts'

/** Cards in the order of `ids`; unknown ids are left out. Whether the viewer may see them is the caller's predicate. */
export async function listMemberCards(
  ctx: Pick<Context, 'tx'>,
  ids: readonly string[],
): Promise<MemberCard[]> {
  if (ids.length === 0) return []
  const rows = await ctx.tx.rows<{ card: MemberCard }>(
    `select ${memberCardSql('m')} as card from unnest($1::uuid[]) with ordinality as wanted (id, place)
       join people.member m on m.id = wanted.id order by place`,
    [ids],
  )
  return rows.map((row) => row.card)
}

export interface BusinessCalendar {
  timezone: string
  /** Wall time `HH:MM`. */
  opens: string
  closes: string
  /** ISO weekdays, 1 = Monday. */
  workdays: number[]
  /** ISO 3166 country whose public holidays are not worked. */
  country: string
}

/** Business hours of a site; without one, nine to six on weekdays in the organisation's time zone. */
export async function getBusinessCalendar(tx: Tx, siteId: string | null): Promise<BusinessCalendar> {
  const row = await tx.row<BusinessCalendar>(
    `select coalesce(s.timezone, o.timezone, 'Europe/Paris') as timezone,
            to_char(coalesce(s.opens, '09:00'), 'HH24:MI') as opens, to_char(coalesce(s.closes, '18:00'), 'HH24:MI') as closes,
            coalesce(s.workdays, '{1,2,3,4,5}') as workdays, coalesce(s.country, 'FR') as country
       from (select 1) as one left join people.site s on s.id = $1::uuid left join people.organisation o on true`,
    [siteId],
  )
  return row!
}

/** The organisation; refuses before the set-up. */
export async function getOrganisation(ctx: Pick<Context, 'tx'>): Promise<Organisation> {
  const row = await ctx.tx.row<Organisation>(
    `select name, languages, default_language as "defaultLanguage", timezone from people.organisation`,
  )
  if (!row) throw new Refusal('notFound')
  return row
}

export interface NewMember {
  id?: string
  kind?: 'employee' | 'guest'
  partnerId?: string | null
  state: 'active' | 'invited' | 'dormant'
  email: string | null
  displayName: string
  givenName?: string | null
  familyName?: string | null
  pronouns?: string | null
  jobTitle?: string | null
  about?: string | null
  askMeAbout?: readonly string[]
  entityId?: string | null
  siteId?: string | null
  languages?: readonly string[]
  interfaceLanguage?: 'fr' | 'en'
  timezone?: string | null
  demo?: boolean
  demoCast?: string | null
  createdAt?: Date
}

/** Adds one account. Refuses `emailTaken` where the address is known. Returns its id. */
export async function createMember(ctx: Context, member: NewMember): Promise<string> {
  const [id] = await createMembers(ctx, [member])
  if (!id) throw new Refusal('emailTaken')
  return id
}

/** Adds many accounts in one statement; addresses that are already known are skipped. Returns the ids made. */
export async function createMembers(ctx: Context, members: readonly NewMember[]): Promise<string[]> {
  if (members.length === 0) return []
  const rows = members.map((member) => ({
    id: member.id ?? newId(),
    kind: member.kind ?? 'employee',
    partner_id: member.partnerId ?? null,
    state: member.state,
    email: member.email?.normalize('NFC').trim().toLowerCase() ?? null,
    display_name: member.displayName.normalize('NFC').trim(),
    given_name: member.givenName ?? null,
    family_name: member.familyName ?? null,
    pronouns: member.pronouns ?? null,
    job_title: member.jobTitle ?? null,
    about: member.about ?? null,
    ask_me_about: member.askMeAbout ?? [],
    entity_id: member.entityId ?? null,
    site_id: member.siteId ?? null,
    languages: member.languages ?? [],
    interface_language: member.interfaceLanguage ?? 'fr',
    timezone: member.timezone ?? null,
    demo: member.demo ?? false,
    demo_cast: member.demoCast ?? null,
    created_at: (member.createdAt ?? ctx.now).toISOString(),
  }))
  const made = await ctx.tx.rows<{ id: string }>(
    `insert into people.member (id, kind, partner_id, state, state_at, email, display_name, given_name, family_name, pronouns,
            job_title, about, ask_me_about, entity_id, site_id, languages, interface_language, timezone, demo, demo_cast, created_at)
     select r.id, r.kind, r.partner_id, r.state, r.created_at, r.email, r.display_name, r.given_name, r.family_name, r.pronouns,
            r.job_title, r.about, r.ask_me_about, r.entity_id, r.site_id, r.languages, r.interface_language, r.timezone, r.demo,
            r.demo_cast, r.created_at
       from json_to_recordset($1::json) as r (id uuid, kind text, partner_id uuid, state text, email text, display_name text,
            given_name text, family_name text, pronouns text, job_title text, about text, ask_me_about text[], entity_id uuid,
            site_id uuid, languages text[], interface_language text, timezone text, demo boolean, demo_cast text,
            created_at timestamptz)
     on conflict (email) do nothing returning id`,
    [JSON.stringify(rows)],
  )
  return made.map((row) => row.id)
}

export interface DormantMember {
  /** Null: the source no longer knows the owner; the shared "former member" stands for them. */
  displayName: string | null
  createdAt: Date
}

/** Accounts of people known only from an import: no address, cannot sign in. Ids in the order given. */
export async function createDormantMembers(
  ctx: Context,
  members: readonly DormantMember[],
): Promise<string[]> {
  if (members.some((member) => member.displayName === null)) await ensureFormerMember(ctx)
  const ids = members.map((member) =>
    member.displayName === null ? formerMemberId : newId(member.createdAt.getTime()),
  )
  await createMembers(
    ctx,
    members.flatMap((member, index) =>
      member.displayName === null
        ? []
        : [
            {
              id: ids[index]!,
              state: 'dormant' as const,
              email: null,
              displayName: member.displayName,
              createdAt: member.createdAt,
            },
          ],
    ),
  )
  return ids
}

export const createDormantMember = async (ctx: Context, member: DormantMember): Promise<string> =>
  (await createDormantMembers(ctx, [member]))[0]!

async function ensureFormerMember(ctx: Context): Promise<void> {
  await ctx.tx.run(
    `insert into people.member (id, state, display_name) values ($1, 'dormant', 'Former member') on conflict do nothing`,
    [formerMemberId],
  )
}
