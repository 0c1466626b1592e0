'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { roomAt } from './room-at'

/** Where I am, in the top bar; a link back when the page lies deeper. */
export function RoomTitle({ rooms }: { rooms: readonly { href: string; label: string }[] }) {
  const pathname = usePathname()
  const room = roomAt(pathname, rooms)
  if (!room) return null
  return (
    <p className="min-w-0 truncate text-soft">
      {pathname === room.href ? (
        <span className="text-ink">{room.label}</span>
      ) : (
        <Link href={room.href} className="rounded hover:text-ink hover:underline">
          {room.label}
        </Link>
      )}
    </p>
  )
}
