import { createLink, defaultParseSearch } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, ComponentType, Ref } from 'react'
import { cx } from '#ui/cx.ts'
import { LinkButton, type LinkButtonProps } from '#ui/LinkButton.tsx'
import { Eyelet } from '#ui/Small.tsx'

interface To {
  /** An address made by a module's `paths.ts`; may carry `?query` and `#part`. */
  to: string
  replace?: boolean | undefined
  /** Loaded when hovered by default; `false` for what is rarely followed. */
  preload?: 'intent' | 'render' | 'viewport' | false | undefined
  /** Active (`aria-current`) only on this very address, not below it. */
  exact?: boolean | undefined
  /** Active or not by the page's own word, where a query tells sections apart or one link stands for several. */
  current?: boolean | undefined
}
type Anchor = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & {
  ref?: Ref<HTMLAnchorElement> | undefined
  current?: boolean | undefined
}

/** Turns a component that renders an anchor into a link of the router that takes plain addresses. */
function routed<P extends object>(Component: ComponentType<P>): ComponentType<Omit<P, 'href'> & To> {
  const Inner = createLink(Component as never) as unknown as ComponentType<Record<string, unknown>>
  return function RoutedLink({ to, exact, ...props }) {
    const [, path = to, query, hash] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/.exec(to) ?? []
    const target = { to: path, search: defaultParseSearch(query ?? ''), ...(hash && { hash }) }
    return <Inner {...props} {...target} activeOptions={{ exact: exact ?? false, includeSearch: false }} />
  }
}

/** The page's own word wins over what the router made of the address. */
const Plain = ({ current, ...props }: Anchor) => (
  <a {...props} {...(current !== undefined && { 'aria-current': current ? 'page' : undefined })} />
)
const Text = ({ className, ...props }: Anchor) => <Plain {...props} className={cx('link', className)} />
const Tab = ({ className, ...props }: Anchor) => <Plain {...props} className={cx('tab', className)} />

/** Unstyled, for whole rows and the navigation. */
export const PlainLink = routed(Plain)
/** A link in a sentence. */
export const Link = routed(Text)
/** A link that looks like a button. */
export const ButtonLink = routed<LinkButtonProps>(LinkButton)
/** Inside `NavTabs`. */
export const TabLink = routed(Tab)
/** The small eye that leads to "What is seen about me". */
export const EyeLink = ({ of }: { of: string }) => <RoutedEye of={of} to="/me/seen" />
const RoutedEye = routed(Eyelet)
