import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { demandProjectDir, diskProblem } from './disk.mjs'
import { at } from './paths.mjs'
import { run } from './run.mjs'
import { Problem } from './say.mjs'

export function demandNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Problem(`Homeroom needs Node 20.19 or newer, and this is Node ${version}: install a newer one from https://nodejs.org, then run the same command again.`)
  }
}

/**
 * npm writes down what it installed when everything is in its place, and not before:
 * comparing that with the lock finds both a changed lock and an install that was cut off.
 */
export function isInstalled(lock, installed) {
  return Object.entries(lock.packages).every(([name, wanted]) => {
    const found = installed.packages[name]
    return name === '' || (found ? found.version === wanted.version : wanted.optional)
  })
}

function inPlace() {
  try {
    return isInstalled(readJson('package-lock.json'), readJson('node_modules/.package-lock.json'))
  } catch (error) {
    if (error.code === 'ENOENT' || error instanceof SyntaxError) return false
    throw error
  }
}

const readJson = (file) => JSON.parse(readFileSync(at(file), 'utf8'))

/** Installs exactly what the lock names, unless that was done; true when it had to. */
export async function install(progress = () => {}) {
  if (inPlace()) return false
  await demandProjectDir()
  progress('asking npm')
  const count = setInterval(() => progress(`${foldersNow()} of ${foldersWanted()} folders`), 1_000)
  const env = { npm_config_fund: 'false', npm_config_audit: 'false', npm_config_update_notifier: 'false', PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' }
  const clean = await run('npm', ['ci', '--include=dev'], { env })
  let done = clean.code === 0
  // A registry that lacks one platform's package makes the lock look out of step.
  if (!done && /EUSAGE|Missing: .* from lock file|notarget/i.test(clean.output)) {
    done = (await run('npm', ['install', '--no-save', '--include=dev'], { env })).code === 0
  }
  clearInterval(count)
  if (done) return true
  throw diskProblem({ message: clean.output }, at()) ?? new Problem(`The packages could not be installed. ${advice(clean.output)}\n${lastLines(clean.output)}`)
}

const foldersNow = () => (existsSync(at('node_modules')) ? readdirSync(at('node_modules')).length : 0)
const foldersWanted = () => {
  const { packages } = readJson('package-lock.json')
  return new Set(Object.keys(packages).map((name) => name.split('/')[1]).filter(Boolean)).size
}

function advice(output) {
  if (/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|network/i.test(output)) return 'The npm registry cannot be reached: look at the connection (npm ping), then run the same command again; it goes on from here.'
  if (/EACCES|EPERM/.test(output)) return 'This user may not write node_modules: give the folder to this user, then run the same command again.'
  return 'What npm said:'
}

const lastLines = (output) => output.split('\n').slice(-15).map((line) => `    ${line}`).join('\n')
