// A process of its own, on a database that stands: imports the application's server code.
import { existsSync } from 'node:fs'
import { at } from './paths.mjs'
import { SIGN_INS } from './seeding.mjs'

type SignIn = { role: string; email: string; password: string }
type Progress = (text: string) => void
type Seed = { seedDemo: (progress: Progress) => Promise<void>; demoSignIns: SignIn[] }
type Scale = { seedScale: (organizations: number, progress: Progress) => Promise<void> }

const tell: Progress = (text) => console.log(text)
const scale = process.argv.find((arg) => arg.startsWith('--scale='))?.slice('--scale='.length)
const file = at('prisma/seed', scale ? 'scale.ts' : 'index.ts')

if (!existsSync(file)) {
  tell('there is nothing to seed in this version')
} else if (scale) {
  if (!/^[1-9]\d*$/.test(scale)) throw new Error('--scale is not a number of organizations, for example --scale=2')
  const { seedScale } = (await import(file)) as Scale
  await seedScale(Number(scale), tell)
} else {
  const { seedDemo, demoSignIns } = (await import(file)) as Seed
  await seedDemo(tell)
  console.log(SIGN_INS + JSON.stringify(demoSignIns))
}
process.exit(0)
