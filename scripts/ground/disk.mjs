import { access, constants, mkdir, rm, statfs, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { dataDir, root } from './paths.mjs'
import { Problem } from './say.mjs'

const SAFE = 'What is stored already is untouched.'
const megabytes = (bytes) => Math.round(bytes / 1024 / 1024)

/** Refuses a folder that cannot be written, before anything is half done in it. */
export async function demandWritable(dir, needed) {
  const probe = path.join(dir, `.write-test-${process.pid}`)
  try {
    await mkdir(dir, { recursive: true })
    await writeFile(probe, Buffer.alloc(64 * 1024))
  } catch (error) {
    throw diskProblem({ code: error.code, message: error.message, path: dir }, dir) ?? error
  } finally {
    await rm(probe, { force: true }).catch(() => {})
  }
  const disk = await statfs(dir).catch(() => null)
  const free = disk ? disk.bavail * disk.bsize : Infinity
  if (free < needed) {
    throw new Problem(`The disk that holds ${dir} has ${megabytes(free)} MB free, and this step needs about ${megabytes(needed)} MB. ${SAFE} Free some space, then run the same command again.`)
  }
}

/** The one sentence for an error that comes from the disk, wherever it was met; null for any other. */
export function diskProblem(error, dir = [...new Set([root, dataDir()])].join(' or ')) {
  const text = `${error?.code ?? ''} ${error?.message ?? ''} ${error?.output ?? ''}`
  const where = error?.path && path.isAbsolute(error.path) ? error.path : dir
  if (/ENOSPC|EDQUOT|No space left on device|53100|could not extend file/.test(text)) {
    return new Problem(`The disk that holds ${dir} is full. ${SAFE} Free some space (2 GB is enough for a first start), then run the same command again.`)
  }
  if (/EROFS|Read-only file system/.test(text)) {
    return new Problem(`${where} lies on a read-only disk. ${SAFE} Copy the project to a place that can be written, or set DATA_DIR to a folder that can, then run the same command again.`)
  }
  if (/EACCES|EPERM/.test(error?.code ?? '')) {
    return new Problem(`${where} cannot be written by this user. ${SAFE} Give it to this user (sudo chown -R "$(id -un)" ${where}), or set DATA_DIR to a folder that can be written, then run the same command again.`)
  }
  return null
}

export async function canWrite(dir) {
  return access(dir, constants.W_OK).then(() => true, () => false)
}

/** Room for data at any start; a first start also fetches packages and builds. */
export const demandDataDir = () => demandWritable(dataDir(), 200 * 1024 * 1024)
export const demandProjectDir = () => demandWritable(root, 1_500 * 1024 * 1024)
