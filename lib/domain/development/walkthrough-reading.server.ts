import 'server-only'
import type { Ctx } from '@/lib/platform/context'
import { Refusal } from '@/lib/platform/errors'
import { countCap, paged, type ListQuery } from '@/lib/platform/list'
import type { Paged } from '@/lib/platform/list-view'
import { daysAfter, fromDate, fromTime, toDate, type PlainDate } from '@/lib/platform/time'
import { z } from 'zod'
import { criterionKeys, type CriterionKey } from './content-type'
import { averageOf, type Ratings, type VisitState, type walkthroughList } from './walkthrough'
import { weekOf } from './week'

export const ratingColumns = { attitudeRating: true, classroomManagementRating: true, cleanlinessRating: true, vibesRating: true, teamDynamicsRating: true, emergencyExitRating: true, lessonPlanRating: true } as const
const commentColumns = { attitudeComment: true, classroomManagementComment: true, cleanlinessComment: true, vibesComment: true, teamDynamicsComment: true, emergencyExitComment: true, lessonPlanComment: true } as const
type RatingRow = Record<`${CriterionKey}Rating`, number>
export const ratingsOf = (row: RatingRow): Ratings => Object.fromEntries(criterionKeys.map((key) => [key, row[`${key}Rating`]])) as Ratings

export type WalkthroughRow = { id: string; date: PlainDate; time: string; teacherName: string; classroom: string; subject: string | null; directorName: string; campusName: string; average: number; isRead: boolean; hasReply: boolean }

const listed = { id: true, checkInDate: true, checkInTime: true, submittedAt: true, teacherName: true, classroom: true, subject: true, directorName: true, teacherReadAt: true, teacherRepliedAt: true, campus: { select: { name: true } }, ...ratingColumns } as const

const stateOf = { unread: { teacherReadAt: null, teacherRepliedAt: null }, read: { teacherReadAt: { not: null }, teacherRepliedAt: null }, answered: { teacherRepliedAt: { not: null } } } as const satisfies Record<VisitState, object>
const within = (week: PlainDate) => ({ checkInDate: { gte: toDate(week), lt: toDate(daysAfter(week, 7)) } })

const where = ({ search, filters }: ListQuery<typeof walkthroughList>, campusId: string | undefined) => ({
  ...(filters.teacher ? { teacherId: filters.teacher } : {}),
  ...((filters.campus ?? campusId) ? { campusId: filters.campus ?? campusId! } : {}),
  ...(filters.week ? within(weekOf(filters.week)) : {}),
  ...(filters.state ? stateOf[filters.state] : {}),
  AND: search.split(/\s+/).filter(Boolean).slice(0, 4).map((word) => ({ teacherName: { contains: word, mode: 'insensitive' as const } })),
})

/** Visits within reach; whoever teaches sees the visits to their own classroom. */
export async function listWalkthroughs({ db, campus, role }: Ctx, query: ListQuery<typeof walkthroughList>): Promise<Paged<WalkthroughRow>> {
  const matching = where(query, role.reach === 'class' ? undefined : campus?.id)
  const page = await paged(query, {
    countCap,
    count: () => db.walkthroughCheckin.count({ where: matching, take: countCap }),
    rows: (keyset) => db.walkthroughCheckin.findMany({ where: { AND: [matching, keyset.where] }, orderBy: keyset.orderBy, take: keyset.take, select: listed }),
  })
  return {
    ...page,
    rows: page.rows.map(({ checkInDate, checkInTime, campus: place, teacherReadAt, teacherRepliedAt, submittedAt: _submittedAt, ...row }) => ({
      id: row.id, date: fromDate(checkInDate), time: fromTime(checkInTime), teacherName: row.teacherName, classroom: row.classroom, subject: row.subject, directorName: row.directorName, campusName: place?.name ?? '',
      average: averageOf(Object.values(ratingsOf(row))) ?? 0, isRead: teacherReadAt !== null, hasReply: teacherRepliedAt !== null,
    })),
  }
}

export type Walkthrough = {
  id: string; date: PlainDate; time: string; teacherName: string; teacherId: string | null; classroom: string; subject: string | null; directorName: string; campusId: string | null; campusName: string
  ratings: Ratings; comments: Partial<Record<CriterionKey, string>>; notes: string | null; visitedAt: Date | null; submittedAt: Date; readAt: Date | null; reply: string | null; repliedAt: Date | null
  /** Whoever looks is the one who was visited. */
  isOwn: boolean
}

export async function getWalkthrough({ db, user }: Ctx, id: string): Promise<Walkthrough> {
  const row = z.uuid().safeParse(id).success
    ? await db.walkthroughCheckin.findFirst({ where: { id }, select: { ...listed, ...commentColumns, overallNotes: true, campusId: true, teacherId: true, visitedAt: true, teacherReply: true, teacher: { select: { userId: true } } } })
    : null
  if (!row) throw new Refusal('not-found', 'errors.refusals.notFound')
  return {
    id, date: fromDate(row.checkInDate), time: fromTime(row.checkInTime), teacherName: row.teacherName, teacherId: row.teacherId, classroom: row.classroom, subject: row.subject, directorName: row.directorName,
    campusId: row.campusId, campusName: row.campus?.name ?? '', ratings: ratingsOf(row), comments: Object.fromEntries(criterionKeys.flatMap((key) => (row[`${key}Comment`] ? [[key, row[`${key}Comment`]!]] : []))),
    notes: row.overallNotes, visitedAt: row.visitedAt, submittedAt: row.submittedAt, readAt: row.teacherReadAt, reply: row.teacherReply, repliedAt: row.teacherRepliedAt, isOwn: row.teacher?.userId === user.id,
  }
}

/** Feedback on one's own lessons that one has not read yet. */
export const listUnreadVisits = ({ db, user }: Ctx) =>
  db.walkthroughCheckin.findMany({ where: { teacherReadAt: null, teacher: { userId: user.id } }, orderBy: [{ checkInDate: 'desc' }, { id: 'asc' }], take: 5, select: { id: true, directorName: true, classroom: true, subject: true, checkInDate: true } })
