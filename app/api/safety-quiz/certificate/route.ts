import { getFormatter, getTranslations } from 'next-intl/server'
import PDFDocument from 'pdfkit'
import { z } from 'zod'
import { getCertificate } from '@/lib/domain/development/safety-quiz.server'
import { defineRoute } from '@/lib/platform/route.server'

const [ink, quiet] = ['#17191d', '#5b6270']

/** One page to print: that somebody has passed, and when. Of one's own results only. */
export const GET = defineRoute({
  needs: 'TAKE_QUIZZES',
  input: z.object({ result: z.uuid() }),
  run: async (ctx, { input }) => {
    const [t, format, passed] = await Promise.all([getTranslations('safetyQuiz.certificateOf'), getFormatter(), getCertificate(ctx, input.result)])
    const date = format.dateTime(passed.completedAt, { dateStyle: 'long', timeZone: passed.campus?.timeZone ?? ctx.timeZone })
    const pdf = new PDFDocument({ size: 'A4', layout: 'landscape', margin: 64, info: { Title: `${t('title')}: ${passed.quizTitle}`, Author: passed.organizationName } })
    const parts: Buffer[] = []
    const whole = new Promise<Buffer>((done) => pdf.on('data', (part: Buffer) => parts.push(part)).on('end', () => done(Buffer.concat(parts))))
    const color = /^#[0-9a-f]{6}$/i.test(passed.campus?.color ?? '') ? passed.campus!.color! : ink
    pdf.rect(28, 28, pdf.page.width - 56, pdf.page.height - 56).lineWidth(2).stroke(color)
    const line = (text: string, size: number, font: string, fill = ink, gap = 0.4) => pdf.font(font).fontSize(size).fillColor(fill).text(text, { align: 'center' }).moveDown(gap)
    pdf.moveDown(2.5)
    line(t('title').toLocaleUpperCase(ctx.locale), 16, 'Helvetica', quiet, 1.4)
    line(passed.userName, 34, 'Helvetica-Bold')
    line(t('has'), 15, 'Helvetica', ink, 1)
    line(passed.quizTitle, 24, 'Helvetica-Bold', color)
    line(`${t('score', { score: passed.score, total: passed.totalQuestions })} · ${t('week', { week: format.dateTime(passed.weekOf, { dateStyle: 'long', timeZone: 'UTC' }) })}`, 13, 'Helvetica', quiet, 2)
    line([passed.campus?.name, passed.organizationName].filter(Boolean).join(', '), 13, 'Helvetica')
    line(t('on', { date }), 13, 'Helvetica', quiet)
    pdf.end()
    return new Response(new Uint8Array(await whole), { headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': `attachment; filename="${t('file')}.pdf"`, 'Cache-Control': 'private, no-store', 'X-Content-Type-Options': 'nosniff' } })
  },
})
