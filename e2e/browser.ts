import { existsSync } from 'node:fs'
import { chromium, type Browser, type LaunchOptions } from 'playwright-core'

const commonPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** These break journeys: closing a context kills a single process, and disabled web security hides CORS and CSP faults. */
const refused = [
  '--single-process',
  '--no-zygote',
  '--disable-web-security',
  '--disable-site-isolation-trials',
  '--headless',
  // A graphics process inside the browser's own brings it down now and then, and draws no faster.
  '--in-process-gpu',
  '--use-gl',
  '--use-angle',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
]

/**
 * Starts a Chromium: `CHROMIUM_PATH` when set, else the one that npm brings (Linux), else an installed one.
 * The caller closes it. Throws with what to do when there is none.
 */
export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const { executablePath, args } = await findChromium()
  const isRoot = process.getuid?.() === 0
  return chromium.launch({
    headless: true,
    ...options,
    executablePath,
    args: [
      ...new Set([...args, '--disable-gpu', ...(isRoot ? ['--no-sandbox'] : []), ...(options.args ?? [])]),
    ],
  })
}

async function findChromium(): Promise<{ executablePath: string; args: string[] }> {
  const chosen = process.env['CHROMIUM_PATH']
  if (chosen) return { executablePath: chosen, args: [] }
  if (process.platform === 'linux') {
    const { default: packed } = await import('@sparticuz/chromium')
    try {
      const executablePath = await packed.executablePath()
      return {
        executablePath,
        args: packed.args.filter((arg) => !refused.some((bad) => arg === bad || arg.startsWith(`${bad}=`))),
      }
    } catch {
      // No binary for this architecture: look for an installed one.
    }
  }
  const installed = commonPaths.find((path) => existsSync(path))
  if (installed) return { executablePath: installed, args: [] }
  throw new Error('No Chromium found. Install one, or give its path in CHROMIUM_PATH.')
}
