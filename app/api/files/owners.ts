import { campusFiles, documentFiles, guardianFiles, staffFiles, studentFiles } from '@/lib/domain/people/people-files.server'

/** Every kind of record that has files. */
export const fileOwners = [campusFiles, documentFiles, guardianFiles, staffFiles, studentFiles]
