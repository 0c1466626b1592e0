import { openFeed } from '@/lib/domain/access/calendar-feed.server'
import { lessonCalendar } from '@/lib/domain/timetable/calendar.server'
import { publicRoute } from '@/lib/platform/route.server'

const absent = () => new Response(null, { status: 404, headers: { 'Cache-Control': 'no-store' } })

export const GET = publicRoute('A calendar has no session: whoever has the signed key reads the lessons of the one person it belongs to.', async (_request, { params }) => {
  const ctx = await openFeed(String((await params).token).replace(/\.ics$/, ''))
  if (!ctx?.user.staffId || !ctx.can('READ_TIMETABLES')) return absent()
  return new Response(await lessonCalendar(ctx, ctx.user.staffId), { headers: { 'Content-Type': 'text/calendar; charset=utf-8', 'Content-Disposition': 'inline; filename="lessons.ics"', 'Cache-Control': 'private, max-age=600', 'Referrer-Policy': 'no-referrer' } })
})
