import { cx } from './cx.ts'

export interface VideoCaptions {
  /** `fr`, `en`… */
  language: string
  /** As the player's menu says it: « Français ». */
  label: string
  src: string
}

interface Props {
  src: string
  /** Accessible name. */
  title: string
  captions: readonly VideoCaptions[]
  /** Captions of this language show from the start; without one, the first. */
  language?: string | undefined
  poster?: string | undefined
  /** What is said and shown; folded under the picture with `transcriptLabel` as its handle. */
  transcript?: string | null | undefined
  transcriptLabel?: string | undefined
  className?: string | undefined
}

/**
 * A video with the browser's own controls, keyboard included. Never starts by itself and loads no more than its first
 * facts until somebody asks; captions are on from the start.
 */
export function Video({
  src,
  title,
  captions,
  language,
  poster,
  transcript,
  transcriptLabel,
  className,
}: Props) {
  const shown = captions.find((one) => one.language === language) ?? captions[0]
  return (
    <figure className={cx('m-0 grid gap-2', className)}>
      <video
        controls
        playsInline
        preload="metadata"
        aria-label={title}
        poster={poster}
        className="block aspect-video w-full rounded-xl bg-black object-contain"
      >
        <source src={src} />
        <track kind="captions" src={shown?.src} srcLang={shown?.language} label={shown?.label} default />
        {captions
          .filter((one) => one !== shown)
          .map((one) => (
            <track
              key={one.language}
              kind="captions"
              src={one.src}
              srcLang={one.language}
              label={one.label}
            />
          ))}
      </video>
      {transcript && transcriptLabel && (
        <details className="text-sm">
          <summary className="cursor-pointer py-2">{transcriptLabel}</summary>
          <p className="whitespace-pre-line">{transcript}</p>
        </details>
      )}
    </figure>
  )
}
