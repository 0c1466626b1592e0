// What day it is in the tests, whatever the machine's calendar says; as the clocks of its zone show it.

/** A Friday in November, in the middle of the second lesson of the demo. */
export const schoolDay = '2026-11-20T09:35:00'
/** Days without school, each with a server of its own over the same database. */
export const daysOff = { sunday: '2026-11-22T09:35:00', holiday: '2026-11-23T09:35:00' }

/** The demo knows no holidays: this makes the Monday one, for everybody. */
export const makeHoliday = (query) =>
  query(`INSERT INTO special_days (date, kind, title, "organizationId") SELECT $1::date, 'holiday', 'Founders’ Day', id FROM organizations WHERE "deletedAt" IS NULL`, [daysOff.holiday.slice(0, 10)])
