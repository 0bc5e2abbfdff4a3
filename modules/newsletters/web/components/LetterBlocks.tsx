import type { ReadBlock } from '#modules/newsletters/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { PlainLink } from '#platform/web/links.tsx'
import { Prose } from '#ui/Prose.tsx'
import { useT } from '../t.ts'

/** The blocks of an issue, as they are read; `isPaper` without links and cards. */
export function LetterBlocks({
  blocks,
  isPaper = false,
}: {
  blocks: readonly ReadBlock[]
  isPaper?: boolean
}) {
  return blocks.map((block) => (
    <section key={block.id}>
      <Block block={block} isPaper={isPaper} />
    </section>
  ))
}

function Block({ block, isPaper }: { block: ReadBlock; isPaper: boolean }) {
  const t = useT()
  const { language } = useLanguage()
  const { item, picture } = block
  if (block.kind === 'heading') {
    const Title = isPaper ? 'h3' : 'h2'
    return (
      <Title lang={block.language} dir="auto" className="border-t border-line pt-4">
        {block.text}
      </Title>
    )
  }
  if (block.kind === 'text') return <Prose html={block.html} language={block.language} />
  if (picture)
    return (
      <figure className="grid gap-2">
        <img
          src={picture.url}
          alt={picture.alt}
          {...(picture.width && picture.height && { width: picture.width, height: picture.height })}
        />
        {block.text && (
          <figcaption className="text-sm" lang={block.language}>
            {block.text}
          </figcaption>
        )}
      </figure>
    )
  if (!item) return null
  return (
    <div className="grid gap-2">
      {block.text && (
        <p lang={block.language} dir="auto">
          {block.text}
        </p>
      )}
      <div className={isPaper ? 'grid gap-1' : 'card grid gap-1'} data-accent={item.community.accent}>
        <p className={isPaper ? '' : 'text-sm text-muted'}>
          {t(`kindOne.${item.kind}`)} · {pickText(item.community.name, language)}
        </p>
        <h3 lang={item.language} dir="auto">
          {isPaper ? (
            item.title
          ) : (
            <PlainLink to={item.path} className="hover:underline">
              {item.title}
            </PlainLink>
          )}
        </h3>
        {item.excerpt && (
          <p lang={item.language} dir="auto">
            {item.excerpt}
          </p>
        )}
      </div>
    </div>
  )
}
