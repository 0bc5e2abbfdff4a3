import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp, TestVisitor } from '#apps/server/testing.ts'
import { canManage, canModerate, canParticipate, canRead, canSee } from '#modules/communities/public.ts'
import type { CommunityFacts, Standing } from '#modules/communities/public.ts'
import { refreshPostCards } from '#modules/discussions/public.ts'
import { beginCollection, writePage } from '#modules/knowledge/public.ts'
import { indexPosts } from '#modules/search/public.ts'
import type { MemberActor } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'

/** Everybody who may stand at a door. Each has the same standing in the three communities of the world. */
export const actorNames = [
  'anonymous',
  'expired',
  'deactivated',
  'outsider',
  'member',
  'author',
  'withoutCharter',
  'exMember',
  'requester',
  'banned',
  'guestInside',
  'guestOutside',
  'guestOfAnotherPartner',
  'ambassador',
  'expert',
  'moderator',
  'manager',
  'sponsor',
  'moderatorElsewhere',
  'managerElsewhere',
  'administrator',
] as const
export type ActorName = (typeof actorNames)[number]
export type Visibility = 'open' | 'closed' | 'secret'
export const visibilities: readonly Visibility[] = ['open', 'closed', 'secret']

export interface Place {
  id: string
  slug: string
  postId: string
  answerId: string
  commentId: string
  attachmentId: string
  /** What was reported of the comment, with what is proposed about it, and a note on it. */
  moderation: { caseId: string; measureId: string; threadId: string }
  pageId: string
  mailingId: string
  collectionId: string
  gatheringId: string
  /** A visible poll of the conversation, in which its author has chosen the option. */
  poll: { pollId: string; optionId: string }
  /** A theme begun by the author, with the conversation in it, that waits for a second person. */
  listening: { themeId: string; excerptId: string }
  /** The member thanked the author for the conversation, before the community. */
  thanksId: string
  /** An open debate on a proposal of the author, with an argument that carries their name and one that does not. */
  debate: { debateId: string; proposalId: string; argumentId: string; namelessId: string; wishId: string }
  /** A campaign that the manager leads from here, and the author's: a story that is shown, one that asks the member. */
  campaign: {
    campaignId: string
    storyId: string
    waitingId: string
    challengeId: string
    contestId: string
    entryId: string
  }
  facts: CommunityFacts
}

export interface World {
  t: TestApp
  visitors: Record<ActorName, TestVisitor>
  places: Record<Visibility, Place>
  elsewhere: Place
  wishId: string
  entityId: string
  siteId: string
  close(): Promise<void>
}

const inside: readonly ActorName[] = [
  'member',
  'author',
  'withoutCharter',
  'guestInside',
  'ambassador',
  'expert',
  'moderator',
  'manager',
  'sponsor',
]
const roleOf: Partial<Record<ActorName, Standing['roles'][number]>> = {
  ambassador: 'ambassador',
  expert: 'expert',
  moderator: 'moderator',
  manager: 'manager',
  sponsor: 'sponsor',
}
const dead: readonly ActorName[] = ['anonymous', 'expired', 'deactivated']
export const isAlive = (name: ActorName): boolean => !dead.includes(name)
const isGuest = (name: ActorName): boolean => name.startsWith('guest')

/** How somebody stands to each of the three communities, written by hand: the oracle does not ask the database. */
export function standingOf(name: ActorName, visibility: Visibility): Standing {
  const isMember = inside.includes(name)
  const role = roleOf[name]
  return {
    isMember,
    roles: role ? [role] : [],
    isInvited: false,
    hasAsked: name === 'requester' && visibility === 'closed',
    isBanned: name === 'banned',
    hasAcceptedCharter: isMember && name !== 'withoutCharter',
  }
}

export const actorOf = (name: ActorName): MemberActor => ({
  kind: 'member',
  memberId: name,
  memberKind: isGuest(name) ? 'guest' : 'employee',
  isAdministrator: name === 'administrator',
  language: 'fr',
  sessionId: name,
})

/** What the pure policy says of somebody in one of the communities. */
export function rightsOf(name: ActorName, visibility: Visibility, facts: CommunityFacts) {
  const who = [actorOf(name), facts, standingOf(name, visibility)] as const
  return {
    see: canSee(...who),
    read: canRead(...who),
    participate: canParticipate(...who) === true,
    moderate: canModerate(...who) === true,
    manage: canManage(...who) === true,
  }
}

/**
 * A text that can be found again wherever it comes out: its sort says who may read it, its place whose it is.
 * `community`: whoever may know of the community; `content`: its readers; `person`: whoever may see that person.
 */
export const canary = (sort: 'community' | 'content' | 'person', place: string): string =>
  `canari-${sort}-${place}-fin`
export const findCanaries = (text: string): { sort: string; place: string }[] =>
  [...new Set(text.match(/canari-\w+-\w+-fin/g) ?? [])].map((found) => {
    const [, sort, place] = found.split('-')
    return { sort: sort!, place: place! }
  })

/** Three communities, one of each visibility, with a conversation each, and everybody who may come to the door. */
export async function buildWorld(logLines: string[] = []): Promise<World> {
  const t = await startTestApp({ discardWrites: true, logLines })
  const db = t.db.read
  await db.run(
    `insert into people.organisation (name, default_language, languages) values ('Monde', 'fr', '{fr,en}')`,
  )
  const visitors = {} as Record<ActorName, TestVisitor>
  for (const name of actorNames)
    visitors[name] =
      name === 'anonymous'
        ? t.anonymous
        : await t.member({
            name: `Nom ${canary('person', name)}`,
            guest: isGuest(name),
            administrator: name === 'administrator',
          })
  // A partner's person of another partner shares nothing with the first; the two guests of the first share a partner.
  await db.run(
    `update people.member m set partner_id = (select partner_id from people.member where id = $1) where id = $2`,
    [visitors.guestInside.memberId, visitors.guestOutside.memberId],
  )
  await db.run(`update people.session set expires_at = now() - interval '1 minute' where member_id = $1`, [
    visitors.expired.memberId,
  ])
  await db.run(`update people.member set state = 'deactivated' where id = $1`, [
    visitors.deactivated.memberId,
  ])

  const places = {} as Record<Visibility, Place>
  for (const visibility of visibilities)
    places[visibility] = await addPlace(t, visitors, visibility, visibility)
  const elsewhere = await addPlace(t, visitors, 'open', 'elsewhere')
  const wishId = newId()
  await db.run(`insert into lifecycle.wish (id, member_id, subject) values ($1, $2, 'Jardinage')`, [
    wishId,
    visitors.member.memberId,
  ])
  const [entityId, siteId] = [newId(), newId()]
  await db.run(`insert into people.entity (id, name) values ($1, 'Entité')`, [entityId])
  await db.run(`insert into people.site (id, name, timezone) values ($1, 'Site', 'Europe/Paris')`, [siteId])
  return { t, visitors, places, elsewhere, wishId, entityId, siteId, close: () => t.close() }
}

async function addPlace(
  t: TestApp,
  visitors: World['visitors'],
  visibility: Visibility,
  slug: string,
): Promise<Place> {
  const db = t.db.read
  const id = newId()
  await db.run(
    `insert into communities.community (id, slug, kind, visibility, partners_admitted, name, purpose, stage, post_seq)
     values ($1, $2, 'practice', $3, true, $4, $5, 'growing', 1)`,
    [
      id,
      slug,
      visibility,
      JSON.stringify({ fr: `Nom ${canary('community', slug)}` }),
      JSON.stringify({ fr: `But ${canary('community', slug)}` }),
    ],
  )
  await db.run(`insert into communities.charter_version (community_id, version) values ($1, 1)`, [id])
  await db.run(
    `insert into communities.charter_article (community_id, version, number, title, body) values ($1, 1, 1, '{"fr":"Respect"}', $2)`,
    [id, JSON.stringify({ fr: canary('community', slug) })],
  )
  await db.run(`insert into communities.canvas (community_id, problem) values ($1, $2)`, [
    id,
    canary('content', slug),
  ])
  const isElsewhere = slug === 'elsewhere'
  const here = isElsewhere ? (['moderatorElsewhere', 'managerElsewhere'] as const) : inside
  for (const name of here) {
    const memberId = visitors[name].memberId
    await db.run(`insert into communities.membership (community_id, member_id) values ($1, $2)`, [
      id,
      memberId,
    ])
    if (name !== 'withoutCharter')
      await db.run(
        `insert into communities.charter_acceptance (community_id, version, member_id) values ($1, 1, $2)`,
        [id, memberId],
      )
    const role = isElsewhere ? name.replace('Elsewhere', '') : roleOf[name]
    if (role)
      await db.run(
        `insert into communities.community_role (community_id, member_id, role) values ($1, $2, $3)`,
        [id, memberId, role],
      )
  }
  if (!isElsewhere) {
    await db.run(
      `insert into communities.ban (community_id, member_id, by_member_id, reason) values ($1, $2, $3, 'charte')`,
      [id, visitors.banned.memberId, visitors.manager.memberId],
    )
    if (visibility === 'closed')
      await db.run(`insert into communities.join_request (community_id, member_id) values ($1, $2)`, [
        id,
        visitors.requester.memberId,
      ])
  }
  const [postId, answerId, commentId, attachmentId, blobId] = [newId(), newId(), newId(), newId(), newId()]
  const author = isElsewhere ? visitors.managerElsewhere.memberId : visitors.author.memberId
  const answerer = isElsewhere ? visitors.moderatorElsewhere.memberId : visitors.member.memberId
  await db.run(
    `insert into discussions.post (id, community_id, seq, kind, author_id, title, body_md, body_html, excerpt, tags, created_at, last_activity_at)
     values ($1, $2, 1, 'question', $3, $4, $4, $4, $4, array[$4], now() - interval '3 days', now() - interval '2 days')`,
    [postId, id, author, canary('content', slug)],
  )
  for (const [comment, isAnswer, by] of [
    [answerId, true, answerer],
    [commentId, false, author],
  ] as const)
    await db.run(
      `insert into discussions.comment (id, community_id, post_id, author_id, is_answer, body_md, body_html, created_at)
       values ($1, $2, $3, $4, $5, $6, $6, now() - interval '2 days')`,
      [comment, id, postId, by, isAnswer, canary('content', slug)],
    )
  await t.services.blobs.put(blobId, Buffer.from(canary('content', slug)))
  await db.run(
    `insert into platform.blob (id, sha256, size, content_type) values ($1, '\\x00', $2, 'text/plain')`,
    [blobId, canary('content', slug).length],
  )
  await db.run(
    `insert into discussions.attachment (id, blob_id, thumbnail_blob_id, owner_id, community_id, post_id, file_name, content_type, size)
     values ($1, $2, $2, $3, $4, $5, $6, 'text/plain', $7)`,
    [
      attachmentId,
      blobId,
      author,
      id,
      postId,
      `${canary('content', slug)}.txt`,
      canary('content', slug).length,
    ],
  )
  const ctx = t.systemContext()
  await refreshPostCards(ctx, [postId])
  await indexPosts(ctx, [postId])
  const page = await addPage(t, id, slug, author, { postId, answerId, blobId })
  return {
    id,
    slug,
    postId,
    answerId,
    commentId,
    attachmentId,
    ...page,
    moderation: await addCase(t, id, slug, {
      postId,
      commentId,
      author,
      reader: answerer,
      moderator: visitors[isElsewhere ? 'moderatorElsewhere' : 'moderator'].memberId,
    }),
    mailingId: await addMailing(t, id, slug, author),
    gatheringId: await addGathering(t, id, slug, author),
    poll: await addPoll(t, postId, slug, author),
    listening: await addTheme(t, id, slug, { postId, author }),
    campaign: await addCampaign(t, id, slug, {
      postId,
      author,
      asked: answerer,
      leader: visitors[isElsewhere ? 'managerElsewhere' : 'manager'].memberId,
    }),
    thanksId: await addThanks(t, id, slug, { postId, giver: answerer, receiver: author }),
    debate: await addDebate(t, id, slug, { author, asker: answerer }),
    facts: { visibility, partnersAdmitted: true, stage: 'growing', inviteBy: 'managers' },
  }
}

/** A gathering that goes on now: organised by the author, with every text of content. */
async function addGathering(t: TestApp, communityId: string, slug: string, author: string): Promise<string> {
  const id = newId()
  const text = canary('content', slug)
  await t.db.read.run(
    `with made as (
       insert into gatherings.gathering (id, community_id, created_by, title, description_md, description_html, mode, place,
              link, starts_wall, timezone, duration_minutes, starts_at, ends_at, timed_at, check_in_secret)
       values ($1, $2, $3, $4, $4, $4, 'both', $4, 'https://exemple.test/' || $4, now() at time zone 'UTC', 'UTC', 60,
               now(), now() + interval '60 minutes', now(), '\\x00')
       returning id)
     insert into gatherings.organiser (gathering_id, member_id) select id, $3 from made`,
    [id, communityId, author, text],
  )
  return id
}

/** A theme with a sentence of the conversation, of which its author was told. */
async function addTheme(
  t: TestApp,
  communityId: string,
  slug: string,
  of: { postId: string; author: string },
): Promise<Place['listening']> {
  const ids = { themeId: newId(), excerptId: newId() }
  await t.db.read.run(
    `with theme as (
       insert into listening.theme (id, community_id, title, kind, description, created_by, created_at, changed_at)
       values ($1, $3, $6, 'need', $6, $5, now(), now()) returning id),
     quoted as (
       insert into listening.excerpt (id, theme_id, post_id, quote, added_by, added_at, told_at)
       select $2, id, $4, $6, $5, now(), now() from theme)
     insert into listening.theme_check (id, theme_id, asked_by, asked_at) select gen_random_uuid(), id, $5, now() from theme`,
    [ids.themeId, ids.excerptId, communityId, of.postId, of.author, canary('content', slug)],
  )
  return ids
}

/** A debate that is open, with every text of content; the argument without a name is the author's too. */
async function addDebate(
  t: TestApp,
  communityId: string,
  slug: string,
  of: { author: string; asker: string },
): Promise<Place['debate']> {
  const ids = {
    debateId: newId(),
    proposalId: newId(),
    argumentId: newId(),
    namelessId: newId(),
    wishId: newId(),
  }
  const text = canary('content', slug)
  const run = (sql: string, ...values: unknown[]) => t.db.read.run(sql, values)
  await run(
    `insert into debates.debate (id, community_id, question, language, form, file_md, file_html, rules, opened_at, closes_at, created_at, last_number)
     values ($1, $2, $3, 'fr', 'proposals', $3, $3, $3, now() - interval '1 day', now() + interval '5 days', now() - interval '2 days', 2)`,
    ids.debateId,
    communityId,
    text,
  )
  await run(
    `insert into debates.proposal (id, debate_id, author_id, title, body_md, body_html, language, at)
     values ($1, $2, $3, $4, $4, $4, 'fr', now())`,
    ids.proposalId,
    ids.debateId,
    of.author,
    text,
  )
  await run(
    `insert into debates.argument (id, debate_id, proposal_id, number, side, author_id, is_nameless, text, language, at)
     values ($1, $3, $4, 1, 'for', $5, false, $6, 'fr', now()), ($2, $3, $4, 2, 'for', null, true, $6, 'fr', now())`,
    ids.argumentId,
    ids.namelessId,
    ids.debateId,
    ids.proposalId,
    of.author,
    text,
  )
  await run(
    `insert into debates.nameless_author (argument_id, member_id) values ($1, $2)`,
    ids.namelessId,
    of.author,
  )
  await run(
    `insert into debates.wish (id, community_id, member_id, question, at) values ($1, $2, $3, $4, now())`,
    ids.wishId,
    communityId,
    of.asker,
    text,
  )
  return ids
}

/** A campaign with the conversation as its story, a story that waits for the member, a challenge and a jury's contest. */
async function addCampaign(
  t: TestApp,
  communityId: string,
  slug: string,
  of: { postId: string; author: string; asked: string; leader: string },
): Promise<Place['campaign']> {
  const [campaignId, storyId, waitingId] = [newId(), newId(), newId()]
  const [challengeId, contestId, entryId] = [newId(), newId(), newId()]
  const isSecret = slug === 'secret'
  const said = canary(isSecret ? 'content' : 'community', slug)
  const text = canary('content', slug)
  await t.db.read.run(
    `with made as (
       insert into campaigns.campaign (id, tag, folded, scope_community_id, title, purpose, language, starts_on, ends_on, leader_id, created_at)
       values ($1, $2, $2, case when $3::boolean then $4::uuid end, $5, $5, 'fr', current_date - 1, current_date + 20, $6, now())),
     joined as (
       insert into campaigns.campaign_community (campaign_id, community_id, asked_by, asked_at, agreed_by, agreed_at)
       values ($1, $4, $6, now(), $6, now())),
     tagged as (insert into campaigns.tagged_post (campaign_id, post_id, at) values ($1, $7, now())),
     stories as (
       insert into campaigns.story (id, campaign_id, community_id, author_id, title, body_md, language, state, post_id, created_at, changed_at)
       values ($8, $1, $4, $9, $10, $10, 'fr', 'shown', $7, now(), now()),
              ($11, $1, $4, $9, $10, $10, 'fr', 'waiting', null, now(), now())),
     asked as (
       insert into campaigns.consent (story_id, member_id, is_named, is_pictured, purpose, months, asked_at)
       values ($11, $12, true, false, $10, 12, now())),
     challenges as (
       insert into campaigns.challenge (id, campaign_id, kind, title, language, closes_at, created_at, steps, way)
       values ($13, $1, 'challenge', $5, 'fr', now() + interval '9 days', now(), array['Un'], null),
              ($14, $1, 'contest', $5, 'fr', now() + interval '9 days', now(), '{}', 'jury')),
     jury as (insert into campaigns.juror (challenge_id, member_id) values ($14, $6))
     insert into campaigns.entry (id, challenge_id, story_id, member_id, code, entered_at) values ($15, $14, $8, $9, 'AAAAAAAA', now())`,
    [
      campaignId,
      `canari${slug}`,
      isSecret,
      communityId,
      said,
      of.leader,
      of.postId,
      storyId,
      of.author,
      text,
      waitingId,
      of.asked,
      challengeId,
      contestId,
      entryId,
    ],
  )
  return { campaignId, storyId, waitingId, challengeId, contestId, entryId }
}

async function addThanks(
  t: TestApp,
  communityId: string,
  slug: string,
  of: { postId: string; giver: string; receiver: string },
): Promise<string> {
  const id = newId()
  await t.db.read.run(
    `insert into recognition.thanks (id, community_id, giver_id, receiver_id, text, act, post_id, language, is_private, at, wall_at)
     values ($1, $2, $3, $4, $5, 'post', $6, 'fr', false, now(), now())`,
    [id, communityId, of.giver, of.receiver, canary('content', slug), of.postId],
  )
  return id
}

async function addPoll(t: TestApp, postId: string, slug: string, author: string): Promise<Place['poll']> {
  const ids = { pollId: newId(), optionId: newId() }
  await t.db.read.run(
    `with poll as (
       insert into polls.poll (id, post_id, kind, ballot, created_by, created_at)
       values ($1, $3, 'single', 'visible', $4, now()))
     , options as (
       insert into polls.option (poll_id, id, position, label)
       values ($1, $2, 0, $5), ($1, gen_random_uuid(), 1, $5 || ' bis'))
     insert into polls.choice (poll_id, member_id, option_id) values ($1, $4, $2)`,
    [ids.pollId, ids.optionId, postId, author, canary('content', slug)],
  )
  return ids
}

/** A page made of the conversation, with a file and in a collection, all carrying the canary. */
async function addPage(
  t: TestApp,
  communityId: string,
  slug: string,
  authorId: string,
  of: { postId: string; answerId: string; blobId: string },
): Promise<{ pageId: string; collectionId: string }> {
  const ctx = t.systemContext()
  const text = canary('content', slug)
  const pageId = await writePage(ctx, {
    communityId,
    title: `Fiche ${text}`,
    bodyMd: `## Problème\n\n${text}`,
    tags: [text],
    source: { postId: of.postId, commentIds: [of.answerId] },
    authorId,
  })
  await t.db.read.run(
    `insert into knowledge.attachment (id, page_id, blob_id, owner_id, file_name, content_type, size, created_at)
     values ($1, $2, $3, $4, $5, 'text/plain', 10, now())`,
    [newId(), pageId, of.blobId, authorId, `${text}.txt`],
  )
  const { id: collectionId } = await beginCollection(ctx, { community: communityId, name: text })
  return { pageId, collectionId }
}

/** A report of the member on the author's comment, a hiding that the moderator proposes, and a note between the two. */
async function addCase(
  t: TestApp,
  communityId: string,
  slug: string,
  of: { postId: string; commentId: string; author: string; reader: string; moderator: string },
): Promise<Place['moderation']> {
  const [caseId, measureId, threadId] = [newId(), newId(), newId()]
  const text = canary('content', slug)
  await t.db.read.run(
    `with opened as (
       insert into moderation.case_file (id, community_id, post_id, comment_id, author_id, route, kind, body_md, language, opened_at)
       values ($1, $2, $3, $4, $5, 'community', 'question', $8, 'fr', now())),
     told as (
       insert into moderation.report (id, case_id, reporter_id, article, article_title, article_body, words, at)
       values (gen_random_uuid(), $1, $6, 1, '{"fr":"Respect"}', '{"fr":"Respect"}', $8, now())),
     proposed as (
       insert into moderation.measure (id, case_id, kind, article, article_title, reason, note, proposed_by, proposed_at)
       values ($9, $1, 'hide', 1, '{"fr":"Respect"}', $8, $8, $7, now())),
     written as (
       insert into moderation.note_thread (id, post_id, comment_id, writer_id, author_id, opened_at)
       values ($10, $3, $4, $6, $5, now()))
     insert into moderation.note (id, thread_id, by_member_id, text, at) values (gen_random_uuid(), $10, $6, $8, now())`,
    [
      caseId,
      communityId,
      of.postId,
      of.commentId,
      of.author,
      of.reader,
      of.moderator,
      text,
      measureId,
      threadId,
    ],
  )
  return { caseId, measureId, threadId }
}

/** A mailing that was sent. */
async function addMailing(t: TestApp, communityId: string, slug: string, authorId: string): Promise<string> {
  const id = newId()
  await t.db.read.run(
    `insert into notifications.mailing (id, community_id, author_id, subject, body_md, body_html, language, state,
       created_at, changed_at, started_at, finished_at, audience)
     values ($1, $2, $3, $4, $4, $4, 'fr', 'sent', now(), now(), now(), now(), 9)`,
    [id, communityId, authorId, canary('content', slug)],
  )
  return id
}
