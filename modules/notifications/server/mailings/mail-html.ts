const styles: Record<string, string> = {
  p: 'margin:0 0 16px',
  h3: 'margin:24px 0 12px;font-size:19px;line-height:1.3',
  h4: 'margin:20px 0 10px;font-size:17px;line-height:1.3',
  h5: 'margin:16px 0 8px;font-size:16px',
  h6: 'margin:16px 0 8px;font-size:16px',
  ul: 'margin:0 0 16px;padding-left:24px',
  ol: 'margin:0 0 16px;padding-left:24px',
  blockquote: 'margin:0 0 16px;padding-left:12px;border-left:3px solid #d8cfc4',
  pre: 'margin:0 0 16px;padding:12px;background:#f6f2ec;border-radius:8px;white-space:pre-wrap',
  table: 'margin:0 0 16px;border-collapse:collapse',
  td: 'padding:6px 10px;border:1px solid #d8cfc4',
  th: 'padding:6px 10px;border:1px solid #d8cfc4;text-align:left',
  a: 'color:#8a3b12',
}

/**
 * HTML of `renderMarkdown` for a mail: addresses of our own made absolute, styles in place, pictures as links (they
 * need a session, and nothing in a mail may be loaded). Attributes beyond `href` go.
 */
export function renderForMail(html: string, publicUrl: string): string {
  // An attribute's value never holds a bare `>`: the renderer writes it as an entity.
  return html.replace(
    /<(\/?)([a-z][a-z0-9-]*)([^>]*)>/g,
    (_all, slash: string, tag: string, rest: string) => {
      if (slash) return `</${tag}>`
      const attribute = (name: string): string => new RegExp(`\\s${name}="([^"]*)"`).exec(rest)?.[1] ?? ''
      if (tag === 'img')
        return `<a href="${absolute(attribute('src'), publicUrl)}" style="${styles['a']}">${attribute('alt') || attribute('src')}</a>`
      const href = tag === 'a' && attribute('href')
      const style = styles[tag]
      return `<${tag}${href ? ` href="${absolute(href, publicUrl)}"` : ''}${style ? ` style="${style}"` : ''}>`
    },
  )
}

const absolute = (address: string, publicUrl: string): string =>
  /^\/(?!\/)/.test(address) ? publicUrl + address : address

/** Markdown is already made to be read; only what stands for our own addresses is taken out. */
export const plainWords = (markdown: string): string =>
  markdown.replace(/!?\[([^\]]*)\]\((?:member|post|attachment|group):[^)]*\)/g, '$1')
