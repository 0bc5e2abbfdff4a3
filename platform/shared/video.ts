import { Type as T } from 'typebox'
import type { Static } from 'typebox'
import { Id, Nullable } from '#platform/shared/ids.ts'
import { declareRefusals } from '#platform/shared/refusal.ts'

// A video is what every module that has some knows of it; each keeps its own routes and checks its own rights.

export const videoRefusals = declareRefusals({
  videoMissing: 400,
  /** Neither MP4 nor WebM by its bytes. */
  videoNotRecognised: 400,
  /** `maximum`: bytes. */
  videoTooLarge: 413,
  /** A video is published once somebody who does not hear can follow it. */
  captionsRequired: 409,
  /** `problem` and `cue` (from 1) of platform/shared/webvtt.ts. */
  captionsUnreadable: 400,
})

/** Language of captions: `fr`, `en`, `pt-BR`. */
export const CaptionLanguage = T.String({ pattern: '^[a-z]{2,3}(-[A-Z]{2})?$' })

export const VideoInfo = T.Object({
  id: Id,
  contentType: T.Enum(['video/mp4', 'video/webm']),
  size: T.Integer(),
  /** Languages of its captions. */
  captions: T.Array(T.String()),
  /** What is said and shown, as text. */
  transcript: Nullable(T.String()),
})
export type VideoInfo = Static<typeof VideoInfo>

/** A WebVTT file, or lines typed one by one; null takes the captions of that language away. */
export const CaptionsBody = T.Object(
  {
    vtt: T.Optional(T.String({ maxLength: 600_000 })),
    cues: T.Optional(
      T.Array(
        T.Object(
          { start: T.Number(), end: T.Number(), text: T.String({ maxLength: 500 }) },
          { additionalProperties: false },
        ),
        { maxItems: 5000 },
      ),
    ),
  },
  { additionalProperties: false },
)
export type CaptionsBody = Static<typeof CaptionsBody>
