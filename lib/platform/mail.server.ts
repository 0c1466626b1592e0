import 'server-only'
import { createTransport, type Transporter } from 'nodemailer'
import { env, needEnv } from './env'

export type Letter = { to: string; subject: string; text: string; html: string; id: string }

/** Whether mail leaves this machine. Without a server it is kept, to be read on a local start. */
export const isMailSent = () => env.SMTP_URL !== undefined

const local = new Set(['localhost', '127.0.0.1', '[::1]'])
/** Links to somebody's account are shown on a screen only where whoever sees them sits at the machine itself. */
export const isOutboxOpen = () => !isMailSent() && local.has(new URL(needEnv('NEXTAUTH_URL')).hostname)

let transport: { url: string; transporter: Transporter } | undefined

function transporter(url: string): Transporter {
  if (transport?.url !== url) transport = { url, transporter: createTransport(url, { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 } as object) }
  return transport!.transporter
}

/** Hands a letter to the mail server. An address is never read as a list of addresses. */
export async function sendLetter({ to, subject, text, html, id }: Letter): Promise<void> {
  await transporter(needEnv('SMTP_URL')).sendMail({ from: needEnv('MAIL_FROM'), to: { name: '', address: to }, subject, text, html, messageId: `<${id}@${new URL(needEnv('NEXTAUTH_URL')).hostname}>`, headers: { 'Auto-Submitted': 'auto-generated' } })
}
