import 'server-only'
import { checkEnrolledPeople, planClasses, planEnrollments, type GradeNaming } from './roster-classes.sql.server'
import { planPeople } from './roster-people.sql.server'
import { planCampuses, planYearsAndTerms, sayWhatStays } from './roster-places.sql.server'
import type { RosterRun } from './roster-staging.sql.server'

/** Plans a staged set, parents first. Writes nothing but temporary tables, which end with the transaction. */
export const planRoster = async (run: RosterRun, nameGrades: GradeNaming) => {
  await run.sql(`SELECT set_config('app.import_day', $1, true)`, [run.today])
  await sayWhatStays(run)
  await planCampuses(run)
  await planYearsAndTerms(run)
  await planPeople(run)
  await checkEnrolledPeople(run)
  await planClasses(run, nameGrades)
  await planEnrollments(run)
}
