import { Face } from '@/components/ui/face'

/** A person in a list: face and name. */
export const Named = ({ name, photo }: { name: string; photo?: string | null }) => (
  <span className="flex items-center gap-2.5">
    <Face name={name} photo={photo} size={32} />
    <span className="min-w-0 overflow-hidden text-ellipsis">{name}</span>
  </span>
)
