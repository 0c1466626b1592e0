import 'server-only'
import { env } from './env'
import { momentIn, type Moment, type PlainDate } from './time'

/** How far this process is from the machine's clock. All its bundles count from its start, so that they agree. */
let ahead: number | undefined
const aheadBy = () => (ahead ??= env.CLOCK ? Date.parse(env.CLOCK) - performance.timeOrigin : 0)

/** The present as the school sees it: which day it is, which lesson is on. `CLOCK` sets it; time goes on from there. */
export const now = (): Date => new Date(Date.now() + aheadBy())
export const nowIn = (timeZone: string): Moment => momentIn(timeZone, now())
export const todayIn = (timeZone: string): PlainDate => nowIn(timeZone).date

/** For stamps that are compared with the database's own, and for how long a session lives: no setting moves it. */
export const machineTime = (): Date => new Date()

/** For tests: it is this instant now. */
export const setClock = (instant: string) => void (ahead = Date.parse(instant) - Date.now())
