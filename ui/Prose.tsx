import { cx } from './cx.ts'

interface Props {
  /** HTML made by the server from Markdown (`html: false`), never anything else. */
  html: string
  /** Language of the text, which may not be the interface's. */
  language?: string | undefined
  className?: string | undefined
}

/** Text written by people, set like a magazine. */
export function Prose({ html, language, className }: Props) {
  return <div className={cx('prose', className)} lang={language} dangerouslySetInnerHTML={{ __html: html }} />
}
