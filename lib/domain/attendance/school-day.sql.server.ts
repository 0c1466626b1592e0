import 'server-only'

type Asked = { campus: string; config: string; date: string }

/** Whether a campus keeps school on a date: within a school year, on its days of the week or one that is made up for, and not on a day off. */
export const keepsSchool = ({ campus, config, date }: Asked) => {
  const special = (kinds: string) => `EXISTS (SELECT FROM special_days d WHERE d."organizationId" = app_organization() AND d.date = ${date} AND d."deletedAt" IS NULL
    AND (d."campusId" IS NULL OR d."campusId" = ${campus}.id) AND d.kind ${kinds})`
  return `(${campus}."deletedAt" IS NULL
    AND EXISTS (SELECT FROM academic_years y WHERE y."organizationId" = app_organization() AND y."deletedAt" IS NULL AND ${date} BETWEEN y.start_date AND y.end_date)
    AND (extract(isodow FROM ${date})::int = ANY(coalesce(${config}.school_days, '{1,2,3,4,5}')) OR ${special(`= 'make_up'`)})
    AND NOT ${special(`NOT IN ('make_up', 'late_arrival', 'early_dismissal')`)})`
}

/** Whether a period of a timetable is given on a date. */
export const isGiven = (period: string, date: string) => `(${period}."deletedAt" IS NULL AND ${period}.published
  AND ${period}.day_of_week = (ARRAY['monday','tuesday','wednesday','thursday','friday','saturday','sunday'])[extract(isodow FROM ${date})::int]::enum_timetable_periods_day_of_week
  AND ${period}.effective_from <= ${date} AND (${period}.effective_to IS NULL OR ${period}.effective_to >= ${date}))`
