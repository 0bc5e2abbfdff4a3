/** A member of the cast by key, or `~` for any member of the community, `~porto` for one of a site, `~qualite` for one of an entity. */
export type Author = string

export interface StoryComment {
  by: Author
  /** Delay after the thread's opening (or after the parent), e.g. `40m`, `3h`, `2d`. */
  after: string
  text: string
  /** On a question: an answer; `accepted` makes it the accepted one. */
  answer?: boolean
  accepted?: boolean
  helped?: number
  replies?: readonly StoryComment[]
}

export interface StoryThread {
  kind: 'discussion' | 'question' | 'idea' | 'praise' | 'news' | 'story' | 'practice'
  by: Author
  title?: string
  text: string
  language?: 'fr' | 'en'
  tags?: readonly string[]
  /** Fixed distance from today for the plot, e.g. `26h`; without it the thread finds its place in the fourteen months. */
  ago?: string
  comments?: readonly StoryComment[]
  /** How many colleagues react, thank, or were helped. */
  likes?: number
  thanks?: number
  helped?: number
  pinned?: boolean
}
