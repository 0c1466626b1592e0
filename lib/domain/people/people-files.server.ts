import 'server-only'
import type { FileOwner } from '@/lib/domain/files/public.server'

const only = { id: true } as const

/** Who among the people has files: reached as the records themselves are. */
export const studentFiles: FileOwner = {
  entity: 'students', read: 'READ_STUDENTS', write: 'UPDATE_STUDENTS',
  exists: async ({ db }, id) => (await db.student.findFirst({ where: { id }, select: only })) !== null,
}
export const guardianFiles: FileOwner = {
  entity: 'guardians', read: 'READ_GUARDIANS', write: 'UPDATE_GUARDIANS',
  exists: async ({ db }, id) => (await db.guardian.findFirst({ where: { id }, select: only })) !== null,
}
export const documentFiles: FileOwner = {
  entity: 'documents', read: 'READ_DOCUMENTS', write: 'UPDATE_DOCUMENTS',
  exists: async ({ db }, id) => (await db.document.findFirst({ where: { id }, select: only })) !== null,
}
/** The photo of a campus is its logo. */
export const campusFiles: FileOwner = {
  entity: 'campuses', read: 'READ_CAMPUSES', write: 'UPDATE_CAMPUSES',
  exists: async ({ db }, id) => (await db.campus.findFirst({ where: { id }, select: only })) !== null,
}
export const staffFiles: FileOwner = {
  entity: 'staff', read: 'READ_STAFF', write: 'UPDATE_STAFF',
  exists: async ({ db }, id) => (await db.staff.findFirst({ where: { id }, select: only })) !== null,
}
