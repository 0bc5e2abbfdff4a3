import { createElement as h } from 'react'
import type { ReactElement, ReactNode } from 'react'
import { heat } from './draw-heat.ts'
import { line } from './draw-line.ts'
import { bars, dots, shares } from './draw-rows.ts'
import type { DrawingProps } from './drawing.ts'
import { flowAsHeat } from './geometry.ts'
import type { ChartSpec } from './types.ts'

export { drawSpark } from './draw-line.ts'

// The drawings as plain SVG elements with presentation attributes only, no style sheet: the same element stands on a
// page (palette of theme variables) and in a file (fixed palette, `renderToStaticMarkup` on the server). Hence .ts.

/** Props of `drawChart`: `title` and `description` are the text alternative inside the drawing. */
export interface DrawChartProps extends DrawingProps<ChartSpec> {
  title: string
  description: string
}

const fontSize = 12

/** The drawing of any kind of chart as one `<svg role="img">` with its title and description. */
export function drawChart({ title, description, ...props }: DrawChartProps): ReactElement {
  const { spec, width, id, fontFamily } = props
  const { height, content } = draw({ ...props, spec })
  return h(
    'svg',
    {
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-labelledby': `${id}-t ${id}-d`,
      fontSize,
      ...(fontFamily && { fontFamily }),
    },
    h('title', { id: `${id}-t` }, title),
    h('desc', { id: `${id}-d` }, description),
    content,
  )
}

function draw(props: DrawingProps<ChartSpec>): { height: number; content: ReactNode } {
  const { spec } = props
  switch (spec.kind) {
    case 'line':
      return line({ ...props, spec })
    case 'shares':
      return shares({ ...props, spec })
    case 'dots':
      return dots({ ...props, spec })
    case 'bars':
      return bars({ ...props, spec })
    case 'flow':
      return heat({ ...props, spec: flowAsHeat(spec) })
    case 'heat':
      return heat({ ...props, spec })
  }
}
