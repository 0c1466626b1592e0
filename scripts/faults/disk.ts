import { execFileSync } from 'node:child_process'
import { mkdirSync, rmdirSync, rmSync, statfsSync, writeFileSync, appendFileSync } from 'node:fs'
import path from 'node:path'

/** A small disk of its own, in memory, that may be filled without harm; null where no disk can be mounted (it takes Linux and root). */
export function smallDisk(megabytes: number): { dir: string; fill: () => void; empty: () => void; remove: () => void } | null {
  const dir = path.join('/tmp', `homeroom-faults-${process.pid}`)
  try {
    mkdirSync(dir)
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', dir], { stdio: 'pipe' })
  } catch {
    rmSync(dir, { recursive: true, force: true })
    return null
  }
  const filler = path.join(dir, 'filler')
  return {
    dir,
    fill() {
      writeFileSync(filler, '')
      const { bavail, bsize } = statfsSync(dir)
      // The last bytes are taken in small bites: what is left then is less than one page of a table.
      for (const size of [1 << 20, 1 << 12]) {
        try {
          for (let left = Math.ceil((bavail * bsize) / size); left > 0; left--) appendFileSync(filler, Buffer.alloc(size))
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
        }
      }
    },
    empty: () => rmSync(filler, { force: true }),
    remove() {
      execFileSync('umount', ['-l', dir])
      rmdirSync(dir)
    },
  }
}
