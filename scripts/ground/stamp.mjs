import crypto from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './paths.mjs'

const isTest = /\.(test|spec)\.tsx?$/

function* filesBelow(target) {
  let stat
  try {
    stat = statSync(target)
  } catch {
    return
  }
  if (!stat.isDirectory()) {
    yield target
    return
  }
  for (const name of readdirSync(target).sort()) {
    if (name === 'generated' || name === 'node_modules' || isTest.test(name)) continue
    yield* filesBelow(path.join(target, name))
  }
}

/** One hash over the names and contents of files and folders, the same on every machine. */
export function hashOf(targets, { base = root, salt = '' } = {}) {
  const hash = crypto.createHash('sha256').update(salt)
  for (const target of targets) {
    for (const file of filesBelow(path.join(base, target))) {
      const content = readFileSync(file)
      hash.update(`\0${path.relative(base, file).split(path.sep).join('/')}\0${content.length}\0`).update(content)
    }
  }
  return hash.digest('hex')
}

export const isStamped = (file, stamp) => {
  try {
    return readFileSync(file, 'utf8') === stamp
  } catch {
    return false
  }
}

/** Does the work unless its stamp says that it was done for the same input; a stamp is written last. */
export async function once(file, stamp, work) {
  if (isStamped(file, stamp)) return false
  rmSync(file, { force: true })
  await work()
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, stamp)
  return true
}
