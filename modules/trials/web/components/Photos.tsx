import type { MyResult } from '#modules/trials/contract.ts'
import { useT } from '../t.ts'

/** Photos of what happened; each opens as it is. */
export function Photos({ photos }: { photos: MyResult['photos'] }) {
  const t = useT()
  if (photos.length === 0) return null
  return (
    <ul className="trial-photos">
      {photos.map((photo, index) => (
        <li key={photo.id}>
          <a href={photo.url} target="_blank" rel="noopener">
            <img
              src={photo.thumbnailUrl}
              alt={photo.alt ?? t('try.photoOf', { n: index + 1 })}
              loading="lazy"
            />
          </a>
        </li>
      ))}
    </ul>
  )
}
