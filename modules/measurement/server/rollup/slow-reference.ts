import type { Comment, Post, RawWorld } from '#modules/measurement/fixtures.ts'
import { formerMemberId as former } from '#modules/people/contract.ts'
import { publicHolidays } from '#platform/shared/holidays.ts'

// The slow reference of the catalogue: every act of a community read as raw rows, every figure counted by plain loops
// over them, sharing no code with the rollups. Only tests use it. Times are milliseconds, the site is in Paris.

const hour = 3_600_000
const day = 24 * hour
const forever = Number.POSITIVE_INFINITY

export interface ReferenceRow {
  hits: number | null
  n: number
  value: number | null
}

const paris = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})
const walls = new Map<number, { day: string; minutes: number }>()

/** The wall clock of Paris, by Intl alone. */
function wall(at: number): { day: string; minutes: number } {
  const known = walls.get(at)
  if (known) return known
  const [date = '', clock = ''] = paris.format(at).split(' ')
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number)
  const told = { day: date, minutes: hours * 60 + minutes + seconds / 60 + (at % 1000) / 60_000 }
  walls.set(at, told)
  return told
}
const next = (date: string, days = 1): string =>
  new Date(Date.parse(date) + days * day).toISOString().slice(0, 10)
const weekday = (date: string): number => new Date(date).getUTCDay() || 7
const monday = (date: string): string => next(date, 1 - weekday(date))

/** Business hours, day after day: Monday to Friday, 9 to 18, no public holiday. */
function businessHours(from: number, to: number): number {
  if (to <= from) return 0
  const start = wall(from)
  const end = wall(to)
  let minutes = 0
  for (let date = start.day; date <= end.day; date = next(date)) {
    if (weekday(date) > 5 || publicHolidays('FR', Number(date.slice(0, 4))).has(date)) continue
    const begins = date === start.day ? Math.max(540, start.minutes) : 540
    const ends = date === end.day ? Math.min(1080, end.minutes) : 1080
    minutes += Math.max(0, ends - begins)
  }
  return minutes / 60
}

/** Kaplan and Meier's quantile from the definition: the product over the distinct times of an event. */
function survivalQuantile(cases: readonly { time: number; happened: boolean }[], p: number): number | null {
  const times = [...new Set(cases.filter(({ happened }) => happened).map(({ time }) => time))].toSorted(
    (a, b) => a - b,
  )
  const survival = (until: number): number =>
    times
      .filter((time) => time <= until)
      .reduce((product, time) => {
        const atRisk = cases.filter((one) => one.time >= time).length
        const events = cases.filter((one) => one.happened && one.time === time).length
        return product * (1 - events / atRisk)
      }, 1)
  const reached = times.findIndex((time) => survival(time) <= 1 - p + 1e-9)
  if (reached < 0) return null
  const exact = Math.abs(survival(times[reached]!) - (1 - p)) < 1e-9
  return exact && times[reached + 1] !== undefined
    ? (times[reached]! + times[reached + 1]!) / 2
    : times[reached]!
}

/** Every figure of one span (`months` = 1 or 3, ending with `month`), by metric and part: `M13`, `M14.member`. */
export function referenceOf(
  raw: RawWorld,
  month: string,
  months: 1 | 3,
  now: number,
  history: boolean,
  formerMemberId = former,
): Record<string, ReferenceRow> {
  const counts = (one: { imported: boolean }) => history || !one.imported
  const posts = raw.posts.filter(counts)
  const comments = raw.comments.filter(counts)
  const [year = 0, number = 1] = month.split('-').map(Number)
  const monthAt = (offset: number) =>
    new Date(Date.UTC(year, number - 1 + offset, 1)).toISOString().slice(0, 7)
  const first = `${monthAt(1 - months)}-01`
  const after = `${monthAt(1)}-01`
  const dayIs = (at: number) => wall(at).day
  const inside = (from: string, before: string) => (at: number) => dayIs(at) >= from && dayIs(at) < before
  const inSpan = inside(first, after)
  const runs = dayIs(now) < after
  // The thirteen weeks, up to the last Sunday that is over.
  const limit = runs ? dayIs(now) : after
  const quarterEnd = monday(limit)
  const inQuarter = inside(next(quarterEnd, -91), quarterEnd)

  const texts = [
    ...posts.map((post) => ({ ...post, isQuestion: post.kind === 'question', isAnswer: false, post })),
    ...comments.flatMap((comment) => {
      const post = raw.posts.find(({ id }) => id === comment.postId)
      return post ? [{ ...comment, isQuestion: false, post }] : []
    }),
  ]
  const acts = [
    ...texts.map(({ authorId, at }) => ({ who: authorId, at, kind: 'text' })),
    ...raw.reactions.map(({ memberId, at }) => ({ who: memberId, at, kind: 'reaction' })),
    ...raw.pages.map(({ memberId, at }) => ({ who: memberId, at, kind: 'page' })),
  ].filter(({ who }) => who !== formerMemberId)
  const spanEnds = (at: number) => dayIs(at) < after
  const members = raw.members.filter(({ joinedAt }) => spanEnds(joinedAt))
  const isMember = (who: string) => members.some(({ id }) => id === who)
  const people = (kinds: string[], when: (at: number) => boolean) =>
    new Set(
      acts
        .filter(({ who, at, kind }) => kinds.includes(kind) && when(at) && isMember(who))
        .map(({ who }) => who),
    )
  const membersCount = members.filter(
    ({ id, canSignIn }) => canSignIn || acts.some(({ who, at }) => who === id && inSpan(at)),
  ).length
  const managed = (who: string, at: number) =>
    raw.managing.some(({ memberId, since, until }) => memberId === who && since <= at && at < until)

  const rows: Record<string, ReferenceRow> = {}
  const ratio = (
    name: string,
    hits: number,
    n: number,
    least = 20,
    value = Math.round((hits / n) * 1000) / 10,
  ) => {
    rows[name] = { hits, n, value: n < least ? null : value }
  }
  if (runs) ratio('M01', members.filter((one) => one.isEmployee && one.canSignIn).length, raw.employees)
  ratio('M02', people(['text', 'reaction'], inSpan).size, membersCount)
  ratio('M02.half', people(['text', 'reaction'], inside(`${monthAt(-5)}-01`, after)).size, membersCount)
  ratio('M03', people(['text', 'page'], inSpan).size, membersCount)

  const mine = new Map<string, { n: number; weeks: Set<string> }>()
  for (const { authorId, at } of texts.filter(
    (text) => inQuarter(text.at) && text.authorId !== formerMemberId,
  )) {
    const one = mine.get(authorId) ?? { n: 0, weeks: new Set() }
    one.n++
    one.weeks.add(monday(dayIs(at)))
    mine.set(authorId, one)
  }
  const around = members.filter(
    ({ id, joinedAt, canSignIn }) => dayIs(joinedAt) < quarterEnd && (canSignIn || mine.has(id)),
  )
  const core = around.filter(
    ({ id }) => (mine.get(id)?.n ?? 0) >= 8 && (mine.get(id)?.weeks.size ?? 0) >= 4,
  ).length
  const occasional = around.filter(({ id }) => mine.has(id)).length - core
  ratio('M04', core, around.length)
  ratio('M04.core', core, around.length)
  ratio('M04.occasional', occasional, around.length)
  ratio('M04.silent', around.length - core - occasional, around.length)

  const weeks: string[] = []
  for (let week = monday(first); week < after; week = next(week, 7))
    if (next(week, 3) >= first && next(week, 3) < after && next(week, 7) <= quarterEnd) weeks.push(week)
  const ofWeek = weeks.map((week) => people(['text', 'reaction'], inside(week, next(week, 7))))
  const together = new Set(ofWeek.flatMap((who) => [...who])).size
  const mean = ofWeek.reduce((sum, who) => sum + who.size, 0) / weeks.length
  rows['M06'] = {
    hits: null,
    n: together,
    value: together < 20 ? null : Math.round((mean / together) * 1000) / 10,
  }
  ratio(
    'M07',
    people(['text', 'reaction'], inSpan).size,
    people(['text', 'reaction'], inside(`${monthAt(-11)}-01`, after)).size,
  )

  const perPerson = [...mine.values()].map(({ n }) => n).toSorted((a, b) => b - a)
  const total = perPerson.reduce((sum, n) => sum + n, 0)
  let smallest = 0
  for (let sum = 0; smallest < perPerson.length && sum * 2 < total; smallest++) sum += perPerson[smallest]!
  let differences = 0
  for (const a of perPerson) for (const b of perPerson) differences += Math.abs(a - b)
  const few = perPerson.length < 10
  rows['M08'] = { hits: null, n: perPerson.length, value: few ? null : smallest }
  rows['M08.gini'] = {
    hits: null,
    n: perPerson.length,
    // Half the relative mean difference.
    value: few ? null : Math.round((differences / (2 * perPerson.length * total)) * 100) / 100,
  }
  const here = texts.filter(({ at }) => inSpan(at))
  ratio('M09', here.filter(({ authorId, at }) => !managed(authorId, at)).length, here.length)
  const answers = texts.filter(({ isAnswer, at }) => isAnswer && inQuarter(at))
  const answerers = new Set(answers.map(({ authorId }) => authorId)).size
  ratio('M17', answerers, answers.length, 20, Math.round((answerers / answers.length) * 100) / 100)

  const firsts = [...new Set(texts.map(({ authorId }) => authorId))]
    .filter((who) => who !== formerMemberId)
    .flatMap((who) => {
      const own = texts
        .filter(({ authorId }) => authorId === who)
        .toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
      const [start, second] = own
      if (!start || !inSpan(start.at)) return []
      const others = comments.filter(
        (comment) => comment.postId === start.post.id && comment.authorId !== who && comment.id !== start.id,
      )
      const parentId = 'parentId' in start ? start.parentId : null
      const replies =
        start.id === start.post.id
          ? others
          : others.filter(
              (comment) =>
                comment.at >= start.at &&
                (comment.parentId === start.id ||
                  (parentId !== null && comment.parentId === parentId) ||
                  comment.names.includes(who)),
            )
      const repliedAt = replies.length ? Math.min(...replies.map(({ at }) => at)) : null
      return [{ at: start.at, secondAt: second?.at ?? null, repliedAt }]
    })
  rows['M10'] = { hits: null, n: firsts.length, value: firsts.length }
  const welcomed = firsts.filter(({ at }) => businessHours(at, now) >= 9)
  ratio(
    'M19',
    welcomed.filter(({ at, repliedAt }) => repliedAt !== null && businessHours(at, repliedAt) <= 9 + 1e-9)
      .length,
    welcomed.length,
  )
  const aged = firsts.filter(({ at }) => now - at > 30 * day)
  const isBack = ({ at, secondAt }: (typeof firsts)[number]) => secondAt !== null && secondAt - at <= 30 * day
  const hadReply = ({ at, repliedAt, secondAt }: (typeof firsts)[number]) =>
    repliedAt !== null && repliedAt - at <= 30 * day && (secondAt === null || repliedAt <= secondAt)
  ratio('M20', aged.filter(isBack).length, aged.length)
  ratio('M20.withReply', aged.filter(hadReply).filter(isBack).length, aged.filter(hadReply).length)
  ratio(
    'M20.withoutReply',
    aged.filter((one) => !hadReply(one)).filter(isBack).length,
    aged.filter((one) => !hadReply(one)).length,
  )

  const opened = posts.filter(({ at }) => inSpan(at))
  const repliesTo = (post: Post) =>
    comments.filter(({ postId, authorId }) => postId === post.id && authorId !== post.authorId)
  const settled = opened.filter(({ at }) => now - at > 7 * day)
  ratio(
    'M13',
    settled.filter((post) => repliesTo(post).some(({ at }) => at - post.at <= 7 * day)).length,
    settled.length,
  )
  const questions = opened.filter(({ kind }) => kind === 'question')
  const answered = questions.flatMap((post) => {
    const [earliest] = repliesTo(post)
      .filter(({ isAnswer }) => isAnswer)
      .toSorted((a, b) => a.at - b.at)
    return earliest ? [earliest] : []
  })
  ratio('M12', answered.filter(({ authorId, at }) => managed(authorId, at)).length, answered.length)
  const asked = settled.filter(({ kind }) => kind === 'question')
  ratio('M16', asked.filter(({ acceptedAt }) => acceptedAt !== null).length, asked.length)
  ratio('M18', questions.length, opened.length)

  const until = Math.min(now, endOf(after))
  const delays = (of: (reply: Comment) => boolean) =>
    questions.map((post) => {
      const times = repliesTo(post)
        .filter(of)
        .map(({ at }) => at)
      const at = times.length ? Math.min(...times) : forever
      return at <= until
        ? { time: businessHours(post.at, at), happened: true }
        : { time: businessHours(post.at, until), happened: false }
    })
  const delay = (name: string, cases: { time: number; happened: boolean }[], p: number) => {
    const value = survivalQuantile(cases, p)
    rows[name] = {
      hits: cases.filter(({ happened }) => happened).length,
      n: cases.length,
      value: cases.length < 5 || value === null ? null : Math.round(value * 100) / 100,
    }
  }
  const any = delays(() => true)
  delay('M14', any, 0.5)
  delay('M14.p75', any, 0.75)
  delay('M14.p90', any, 0.9)
  delay(
    'M14.member',
    delays(({ authorId, at }) => !managed(authorId, at)),
    0.5,
  )
  delay(
    'M14.manager',
    delays(({ authorId, at }) => managed(authorId, at)),
    0.5,
  )

  if (runs && months === 1 && inSpan(now)) {
    const waiting = raw.posts.filter(
      (post) =>
        post.kind === 'question' &&
        post.at < now &&
        (!post.imported || (history && dayIs(post.at) >= first)) &&
        (post.closedAt === null || post.closedAt > now) &&
        !raw.comments.some(
          ({ postId, isAnswer, authorId, at }) =>
            postId === post.id && isAnswer && authorId !== post.authorId && at <= now,
        ),
    )
    const days = waiting.map(({ at }) => businessHours(at, now) / 9)
    const band = (from: number, to: number) => days.filter((age) => age >= from && age < to).length
    for (const [name, n] of [
      ['M15', waiting.length],
      ['M15.under1', band(0, 1)],
      ['M15.from1to2', band(1, 2)],
      ['M15.from2to5', band(2, 5)],
      ['M15.over5', band(5, forever)],
    ] as const)
      rows[name] = { hits: null, n, value: n }
  }
  return rows
}

/** The first instant of a day in Paris. */
function endOf(date: string): number {
  for (let at = Date.parse(`${date}T00:00:00Z`) - 3 * hour; ; at += hour / 2)
    if (wall(at).day >= date) return at
}
