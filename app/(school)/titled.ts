import type { Metadata } from 'next'

/** A tab of a record says in the browser's title whose it is: "Attendance · Ada Wong". The record's own page is called by its name. */
export const titled = (name: string): Metadata => ({ title: { default: name, template: `%s · ${name} · Homeroom` } })
