import { hashPassword } from '@/lib/domain/access/public.server'
import { gate } from '@/lib/platform/db/gate.server'
import { rememberDays, rememberTotals, takeThisMorning } from './demo-attendance'
import { hearFamilies, keepLateDesk } from './demo-office'
import { bindFamilies } from './demo-families'
import { rememberLives } from './demo-lives'
import { billFamilies } from './demo-billing'
import { buildClasses, buildSchool } from './demo-school'
import { hireStaff } from './demo-staff'
import { inviteSupport } from './demo-support'
import { rememberDevelopment } from './demo-development'
import { drawTimetables } from './demo-timetables'
import { rememberStaffDays } from './demo-staff-days'
import { rememberVisits } from './demo-visits'
import { enrolStudents } from './demo-students'
import { asOwner, foundOrganization } from './organization'
import { demoPassword, organizations, type OrganizationPlan } from './plan'
import { demoZone } from './school-year'

const first = organizations[0]!.domain
const signIn = (role: string, email: string) => ({ role, email, password: demoPassword })

/** One account for each role, to look around with. */
export const demoSignIns = [
  signIn('Organization administrator', `admin@${first}`),
  signIn('Campus director', `director@${first}`),
  signIn('Registrar', `registrar@${first}`),
  signIn('Finance', `finance@${first}`),
  signIn('Teacher', `teacher@${first}`),
  signIn('Assistant', `assistant@${first}`),
  signIn('Platform support', 'support@homeroom.example'),
  signIn('Administrator of the other organization', `admin@${organizations[1]!.domain}`),
]

type Progress = (text: string) => void

/** Puts a half-made demo organization out of the way: it is hidden for good, and made anew. */
const setAside = (name: string) =>
  asOwner(async (owner) => {
    const { rows } = await owner.query<{ id: string }>(`SELECT id FROM organizations WHERE name = $1 AND "deletedAt" IS NULL`, [name])
    for (const { id } of rows) {
      await owner.query('BEGIN')
      await owner.query("SELECT set_config('app.organization_id', $1, true)", [id])
      await owner.query(`UPDATE users SET "deletedAt" = now() WHERE "organizationId" = $1`, [id])
      await owner.query(`UPDATE organizations SET "deletedAt" = now(), "importHash" = NULL WHERE id = $1`, [id])
      await owner.query('COMMIT')
    }
  })

const isWhole = (name: string) =>
  asOwner(async (owner) => (await owner.query(`SELECT 1 FROM organizations WHERE name = $1 AND "deletedAt" IS NULL AND "importHash" = 'demo:' || $1`, [name])).rowCount === 1)

const markWhole = (id: string) =>
  asOwner(async (owner) => {
    await owner.query('BEGIN')
    await owner.query("SELECT set_config('app.organization_id', $1, true)", [id])
    await owner.query(`UPDATE organizations SET "importHash" = 'demo:' || name WHERE id = $1`, [id])
    await owner.query('COMMIT')
  })

async function seedOrganization(plan: OrganizationPlan, progress: Progress): Promise<void> {
  if (await isWhole(plan.name)) return
  await setAside(plan.name)
  const made = await foundOrganization({ name: plan.name, currency: plan.currency, timeZone: demoZone })
  const campusIds = await buildSchool(plan, made.id)
  const teachers = await hireStaff(plan, made, campusIds)
  const classes = await buildClasses(plan, made.id, campusIds, teachers)
  await drawTimetables(plan, made.id, campusIds)
  progress(`${plan.name}: students`)
  const students = await enrolStudents(plan, made.id, campusIds, classes)
  progress(`${plan.name}: sixty days of ${students} students`)
  await rememberDays(made.id)
  await rememberTotals(made.id)
  const registrar = await gate().user.findFirst({ where: { email: `registrar@${plan.domain}` }, select: { id: true } })
  await hearFamilies(made.id, registrar?.id)
  await takeThisMorning(made.id)
  await keepLateDesk(made.id, registrar?.id)
  await bindFamilies(made.id)
  await rememberLives(made.id)
  await rememberVisits(made.id)
  await rememberStaffDays(made.id)
  await rememberDevelopment(made.id)
  progress(`${plan.name}: fees`)
  await billFamilies(made.id, made.db)
  await inviteSupport(made.db, plan.name)
  await markWhole(made.id)
}

/** The platform's own support account, which belongs to no organization. */
async function hireSupport(): Promise<void> {
  const email = 'support@homeroom.example'
  if (await gate().user.findFirst({ where: { email }, select: { id: true } })) return
  const role = await gate().role.findFirstOrThrow({ where: { key: 'platform_support', organizationId: null }, select: { id: true } })
  await gate().user.create({ data: { email, firstName: 'Sam', lastName: 'Support', password: await hashPassword(demoPassword), emailVerified: true, roleId: role.id }, select: { id: true } })
}

/** Fills an empty database with the demo organizations. Goes on where an interrupted run stopped. */
export async function seedDemo(progress: Progress = () => undefined): Promise<void> {
  await hireSupport()
  for (const plan of organizations) await seedOrganization(plan, progress)
}
