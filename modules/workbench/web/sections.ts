import { morningPath } from './paths.ts'

/** A section of the workbench: the last part of its address and its message key `nav.<key>`. */
export interface Section {
  key: string
  /** Open to moderators who do not manage. */
  moderators?: boolean
}

/**
 * The floors of the workbench, in the order of a day: what needs somebody, what brings people together, what is
 * heard, what the figures say, what carries the community. Other modules furnish most sections.
 */
export const floors: readonly { key: string; sections: readonly Section[] }[] = [
  {
    key: 'today',
    sections: [{ key: 'morning' }, { key: 'rescue' }, { key: 'welcome' }, { key: 'contributors' }],
  },
  {
    key: 'animate',
    sections: [
      { key: 'calendar' },
      { key: 'seeding' },
      { key: 'thanks' },
      { key: 'pages' },
      { key: 'experts' },
      { key: 'mailings' },
      { key: 'ambassadors' },
    ],
  },
  {
    key: 'listen',
    sections: [
      { key: 'listening', moderators: true },
      { key: 'pulse' },
      { key: 'debates' },
      { key: 'moderation', moderators: true },
    ],
  },
  {
    key: 'understand',
    sections: [
      { key: 'figures' },
      { key: 'problem' },
      { key: 'network' },
      { key: 'maturity' },
      { key: 'report' },
    ],
  },
  {
    key: 'carry',
    sections: [{ key: 'life' }, { key: 'change' }, { key: 'kind' }, { key: 'practice' }, { key: 'exports' }],
  },
]

export const sectionPath = (slug: string, key: string): string =>
  key === 'morning' ? morningPath(slug) : `${morningPath(slug)}/${key}`

/** The floor and section that an address stands in; `morning` is the workbench's own address. */
export function placeOf(slug: string, pathname: string): { floor: string; section: string } {
  const key = pathname.slice(morningPath(slug).length + 1).split('/')[0] || 'morning'
  const floor = floors.find(({ sections }) => sections.some((section) => section.key === key))
  return { floor: floor?.key ?? 'today', section: key }
}
