import MarkdownIt from 'markdown-it'
import type { Env, Token } from 'markdown-it'
import { mathRules } from '#platform/markdown/math.ts'
import { excerptOf, plainText } from '#platform/markdown/plain-text.ts'

/** One text of a person, rendered once at write time; reading never renders. */
export interface RenderedMarkdown {
  /** Safe HTML: raw HTML of the source is shown as text, schemes are allow-listed. */
  html: string
  /** Plain text, at most 280 characters, for cards and mails. */
  excerpt: string
  /** Plain text for the search index, blocks separated by line feeds. */
  text: string
  /** Members named with `[@Name](member:uuid)`, each once, in order. Who may be told is the caller's decision. */
  mentions: string[]
  /** Groups named with `[@Label](group:name)`, each once; which exist and who they are is the caller's decision. */
  groups: string[]
  /** Attachments shown or linked with `attachment:uuid`, each once, in order. */
  attachments: string[]
}

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const ownReference = new RegExp(`^(member|post|attachment):(${uuid})$`)
const groupReference = /^group:([a-z]{2,20})$/
const ownScheme = /^(member|post|attachment|group):/i
const webScheme = /^(https?|mailto|tel):/i
const anyScheme = /^[a-z][a-z0-9+.-]*:/i

/** Where an own reference leads; the client and the API answer these addresses. */
const ownAddress = { member: '/people/', post: '/posts/', attachment: '/api/v1/attachments/' } as const

/**
 * The link policy: an allow-list of schemes, and addresses without a scheme. markdown-it hands over the address
 * with entities decoded and control characters percent-encoded, so that neither can hide a scheme.
 */
function isAllowedAddress(address: string): boolean {
  if (ownScheme.test(address)) return ownReference.test(address) || groupReference.test(address)
  return webScheme.test(address) || !anyScheme.test(address)
}

const isInternal = (address: string): boolean => /^(\/(?!\/)|#)/.test(address)

const markdown = new MarkdownIt({ html: false, linkify: true, typographer: false, breaks: false })
markdown.validateLink = isAllowedAddress
// Bare `ftp:` and `//host` in a text are not meant as links here.
markdown.linkify.add('ftp:', null).add('//', null)
markdown.use(mathRules)
// Rewrites after every other rule, so that linkified addresses obey too.
markdown.core.ruler.push('house', (state) => {
  for (const token of state.tokens) {
    if (token.type === 'heading_open' || token.type === 'heading_close') token.tag = shiftedHeading(token.tag)
    if (token.type === 'inline' && token.children)
      token.children = rewriteInline(token.children, foundBy(state.env))
  }
})

/** What the rewriting of one text finds; it travels in markdown-it's environment. */
interface Found {
  mentions: Set<string>
  groups: Set<string>
  attachments: Set<string>
}

const foundBy = (env: Env): Found => env as unknown as Found

const attribute = (token: Token, name: string): string => String(token.attrGet(name) ?? '')

/** A text is part of a page that has its own h1 and h2. */
const shiftedHeading = (tag: string): string => `h${Math.min(6, Number(tag.slice(1)) + 2)}`

function rewriteInline(children: Token[], found: Found): Token[] {
  const rewritten: Token[] = []
  let insideLink = false
  for (const [index, token] of children.entries()) {
    if (token.type === 'link_open') {
      insideLink = true
      rewriteLink(token, children[index + 1], found)
      if (token.tag === 'span') {
        const close = children.slice(index).find(({ type }) => type === 'link_close')
        if (close) close.tag = 'span'
      }
    } else if (token.type === 'link_close') insideLink = false
    if (token.type === 'image') rewritten.push(...rewriteImage(token, insideLink, found))
    else rewritten.push(token)
  }
  return rewritten
}

function rewriteLink(open: Token, label: Token | undefined, found: Found): void {
  const address = attribute(open, 'href')
  const own = ownReference.exec(address)
  const group = groupReference.exec(address)?.[1]
  if (group) {
    // A group has no page of its own; it is told apart from the words around it and leads nowhere.
    open.tag = 'span'
    open.attrs = [['class', 'mention']]
    if (label?.type === 'text' && label.content.startsWith('@')) found.groups.add(group)
    return
  }
  if (!own) {
    if (!isInternal(address)) open.attrSet('rel', 'nofollow noopener ugc')
    return
  }
  const [, kind, id] = own as unknown as [string, keyof typeof ownAddress, string]
  open.attrSet('href', ownAddress[kind] + id)
  if (kind === 'attachment') found.attachments.add(id)
  // A link to a person is a mention only when it is written as one.
  if (kind === 'member' && label?.type === 'text' && label.content.startsWith('@')) {
    found.mentions.add(id)
    open.attrSet('class', 'mention')
    open.attrSet('data-member', id)
  }
}

/** Only our own files are shown in place: a foreign image would tell its server who reads what. */
function rewriteImage(image: Token, insideLink: boolean, found: Found): Token[] {
  const source = attribute(image, 'src')
  const own = ownReference.exec(source)
  if (own?.[1] === 'attachment') {
    found.attachments.add(own[2]!)
    image.attrSet('src', ownAddress.attachment + own[2])
    image.attrSet('loading', 'lazy')
    return [image]
  }
  const alternative = image.children ? plainText(image.children) : ''
  const label = textToken(image, alternative || source)
  if (insideLink) return [label]
  const open = new (image.constructor as typeof Token)('link_open', 'a', 1)
  open.attrs = [['href', source]]
  const title = attribute(image, 'title')
  if (title) open.attrSet('title', title)
  rewriteLink(open, label, found)
  return [open, label, new (image.constructor as typeof Token)('link_close', open.tag, -1)]
}

function textToken(like: Token, content: string): Token {
  const token = new (like.constructor as typeof Token)('text', '', 0)
  token.content = content
  return token
}

/** Renders one text. Never throws on any input; about 0.3 ms for a typical post. */
export function renderMarkdown(source: string): RenderedMarkdown {
  const found: Found = { mentions: new Set(), groups: new Set(), attachments: new Set() }
  const env = found as unknown as Env
  const tokens = markdown.parse(source, env)
  const text = plainText(tokens)
  return {
    html: markdown.renderer.render(tokens, markdown.options, env),
    excerpt: excerptOf(text),
    text,
    mentions: [...found.mentions],
    groups: [...found.groups],
    attachments: [...found.attachments],
  }
}
