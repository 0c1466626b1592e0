// A browser for the tests: what is installed, else Playwright's own, else Debian's, else one from npm.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createRequire } from 'node:module'
import { bin, run } from '../ground/run.mjs'
import { Problem } from '../ground/say.mjs'

// First the one without windows: it draws the same pages in half the time.
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge']
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]
/** Releases before 12 have no shell. */
const DEBIANS = ['chromium-headless-shell', 'chromium']
const SPARTICUZ = '@sparticuz/chromium@153.0.0'

const works = (file) => {
  try {
    execFileSync(file, ['--version'], { stdio: 'pipe', timeout: 20_000 })
    return true
  } catch {
    return false
  }
}

function installed() {
  const onPath = (process.env.PATH ?? '').split(path.delimiter).flatMap((dir) => NAMES.map((name) => path.join(dir, name)))
  const found = [process.env.E2E_BROWSER, ...onPath, ...PLACES].filter((file) => file && existsSync(file))
  // A program of that name on Windows opens a window when it is asked for its version.
  return found.find((file) => process.platform === 'win32' || works(file))
}

async function playwrights(progress) {
  const { chromium } = await import('@playwright/test')
  const ready = () => existsSync(chromium.executablePath()) && works(chromium.executablePath())
  if (ready()) return chromium.executablePath()
  progress("fetching Playwright's own")
  await run(process.execPath, [bin.playwright, 'install', 'chromium'], { env: { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: undefined, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' } })
  return ready() ? chromium.executablePath() : null
}

async function debians(progress) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null
  progress("installing Debian's Chromium")
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-q'], { env })
  for (const name of DEBIANS) {
    await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', name], { env })
    const file = installed()
    if (file) return file
  }
  return null
}

async function fromNpm(progress) {
  progress(`fetching ${SPARTICUZ}`)
  const home = path.join(os.homedir(), '.cache', 'homeroom-browser')
  mkdirSync(home, { recursive: true })
  await run('npm', ['install', '--prefix', home, '--no-save', SPARTICUZ])
  const require = createRequire(path.join(home, 'package.json'))
  try {
    const { default: chromium } = await import(require.resolve('@sparticuz/chromium'))
    const file = await chromium.executablePath()
    return works(file) ? file : null
  } catch {
    return null
  }
}

export async function findBrowser(progress = () => {}) {
  const file = installed() ?? (await playwrights(progress)) ?? (await debians(progress)) ?? (await fromNpm(progress))
  if (!file) throw new Problem('No browser was found and none could be fetched. Install Chromium or Chrome, or set E2E_BROWSER to the path of one.')
  return file
}
