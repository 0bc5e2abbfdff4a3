declare module 'svg-to-pdfkit' {
  interface Options {
    width?: number
    height?: number
    assumePt?: boolean
    preserveAspectRatio?: string
    /** The name of a registered font for what the drawing asks for. */
    fontCallback?: (family: string, bold: boolean, italic: boolean) => string
    warningCallback?: (message: string) => void
  }
  /** Draws an SVG into a pdfkit document at a place of the current sheet. */
  export default function svgToPdf(doc: unknown, svg: string, x: number, y: number, options?: Options): void
}
