import { fakerFR, fakerPT_PT } from '@faker-js/faker'
import { cast } from '#modules/demo/story/cast.ts'
import { askMeAboutIdeas, company, entities, jobTitles, sites } from '#modules/demo/story/company.ts'
import { idAt } from './chance.ts'
import type { Chance } from './chance.ts'

export interface DemoPerson {
  id: string
  /** Key of the cast, or undefined for the others. */
  key: string | undefined
  given: string
  family: string
  pronouns: string | null
  jobTitle: string
  about: string | null
  entity: string | null
  site: string | null
  languages: string[]
  interfaceLanguage: 'fr' | 'en'
  askMeAbout: string[]
  guest: boolean
  createdAt: Date
  /** How much they write: a few a lot, most a little, many nothing. */
  voice: number
}

const entityKey = (name: string): string | null =>
  entities.find((entity) => entity.name === name)?.key ?? null
const siteKey = (name: string): string | null => sites.find((site) => site.name === name)?.key ?? null

/** The cast, then the other colleagues; names are drawn, never taken from anybody. */
export function buildPeople(start: Date, now: Date, chance: Chance): DemoPerson[] {
  fakerFR.seed(20_260_901)
  fakerPT_PT.seed(20_260_902)
  const people: DemoPerson[] = cast.map((member) => {
    const createdAt =
      member.key === 'thomas'
        ? daysBefore(now, 9)
        : new Date(start.getTime() - chance.between(5, 30) * 86_400_000)
    return {
      id: idAt(createdAt, chance),
      key: member.key,
      given: member.given,
      family: member.family,
      pronouns: member.pronouns ?? null,
      jobTitle: member.jobTitle,
      about: member.about,
      entity: entityKey(member.entity),
      site: siteKey(member.site),
      languages: [...member.languages],
      interfaceLanguage: member.interfaceLanguage,
      askMeAbout: [...member.askMeAbout],
      guest: member.guest ?? false,
      createdAt,
      voice:
        { claire: 9, karim: 7, helene: 8, sofia: 6, marc: 1.5, nadia: 2, thomas: 1, jean: 2 }[member.key] ??
        1,
    }
  })
  const taken = new Set(people.map(({ given, family }) => `${given} ${family}`))
  while (people.length < company.people) {
    const site = chance.weighted(sites, ({ weight }) => weight)
    const entity = chance.weighted(entities, ({ weight }) => weight)
    const faker = site.key === 'porto' ? fakerPT_PT : fakerFR
    const given = faker.person.firstName()
    const family = faker.person.lastName()
    if (taken.has(`${given} ${family}`)) continue
    taken.add(`${given} ${family}`)
    // One in nine arrived during the year, so that Welcome has a history; a few came this month.
    const arrival = chance.next()
    const createdAt =
      arrival < 0.05
        ? daysBefore(now, chance.between(2, 25))
        : arrival < 0.16
          ? daysBefore(now, chance.between(25, 360))
          : new Date(start.getTime() - chance.between(1, 20) * 86_400_000)
    const porto = site.key === 'porto'
    people.push({
      id: idAt(createdAt, chance),
      key: undefined,
      given,
      family,
      pronouns: null,
      jobTitle: chance.pick(jobTitles[entity.key]!),
      about: null,
      entity: entity.key,
      site: site.key,
      languages: porto ? ['pt', 'en'] : chance.happens(0.35) ? ['fr', 'en'] : ['fr'],
      interfaceLanguage: porto ? 'en' : 'fr',
      askMeAbout: chance.happens(0.45)
        ? chance.shuffle(askMeAboutIdeas).slice(0, 1 + Math.floor(chance.next() * 3))
        : [],
      guest: false,
      createdAt,
      voice: chance.happens(0.12)
        ? chance.between(2, 7)
        : chance.happens(0.45)
          ? chance.between(0.2, 1.2)
          : 0.02,
    })
  }
  return people
}

export const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * 86_400_000)

export const displayName = ({ given, family }: DemoPerson): string => `${given} ${family}`

/** An address of the demo: `.test` never reaches anybody. */
export function emailOf({ given, family, guest }: DemoPerson): string {
  const plain = (text: string) =>
    text
      .normalize('NFD')
      .replace(/[^\p{L}-]/gu, '')
      .toLowerCase()
  return `${plain(given)}.${plain(family)}@${guest ? 'vasseur' : 'arvanne'}.test`
}
