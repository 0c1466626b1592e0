import { readFileSync, readdirSync } from 'node:fs'

/** Clock ticks a second, as Linux reports processor time; every common build uses 100. */
const ticks = 100

type Stat = { pid: number; parent: number; milliseconds: number }

function statOf(pid: number): Stat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return { pid, parent: Number(fields[1]), milliseconds: (fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0) / ticks) * 1000 }
  } catch {
    return null
  }
}

/** Processor time of a process and everything below it, those that have ended included, in milliseconds. Linux only. */
export function cpuOf(root: number): number {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((name) => statOf(Number(name))).filter((stat) => stat !== null)
  const family = new Set([root])
  for (let grown = true; grown; ) {
    grown = false
    for (const { pid, parent } of all) if (family.has(parent) && !family.has(pid)) grown = Boolean(family.add(pid))
  }
  return all.filter(({ pid }) => family.has(pid)).reduce((sum, { milliseconds }) => sum + milliseconds, 0)
}
