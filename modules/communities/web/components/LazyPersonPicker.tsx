import { lazy, Suspense, type ComponentProps } from 'react'

const Picker = lazy(async () => ({ default: (await import('./PersonPicker.tsx')).PersonPicker }))

/**
 * The picker, loaded when it is shown: the browser door of communities belongs to the first route, which would else
 * carry the field, and a style sheet of people before the one that orders the layers.
 */
export const PersonPicker = (props: ComponentProps<typeof Picker>) => (
  <Suspense fallback={null}>
    <Picker {...props} />
  </Suspense>
)
