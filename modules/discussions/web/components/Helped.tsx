import { LifeBuoy } from 'lucide-react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { useErrorToast } from '#platform/web/errors.ts'
import { Slot } from '#platform/web/slots.tsx'
import { markHelped } from '../acts.ts'
import { useT } from '../t.ts'

interface Props {
  postId: string
  commentId: string | null
  isOn: boolean
}

/** Silent: the author learns a number, nobody learns a name. */
export function Helped({ postId, commentId, isOn }: Props) {
  const t = useT()
  const onError = useErrorToast(t)
  return (
    <>
      <ToggleButton
        className="react"
        isSelected={isOn}
        onChange={(next) => void markHelped(postId, commentId, next).catch(onError)}
      >
        <LifeBuoy aria-hidden />
        <span>{isOn ? t('helped.done') : t('helped.mark')}</span>
        <span className="sr-only">{t('helped.silent')}</span>
      </ToggleButton>
      {isOn && <Slot name="helpedPanels" postId={postId} commentId={commentId} />}
    </>
  )
}

/** What the author learns: how many were helped, never who. */
export function ServedLine({
  served,
  isPost,
}: {
  served: { people: number | null; sites: number | null }
  isPost?: boolean | undefined
}) {
  const t = useT()
  const what = isPost ? 'post' : 'comment'
  return (
    <p className="flex items-center gap-2 text-sm text-muted">
      <LifeBuoy aria-hidden />
      {served.people === null
        ? t(`helped.served.${what}Few`)
        : served.sites !== null && served.sites > 1
          ? t(`helped.served.${what}Sites`, { people: served.people, sites: served.sites })
          : t(`helped.served.${what}`, { people: served.people })}
    </p>
  )
}
