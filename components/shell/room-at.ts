/** The room an address lies in: the longest that begins it. */
export function roomAt<Room extends { href: string }>(pathname: string, rooms: readonly Room[]): Room | undefined {
  return rooms
    .filter(({ href }) => pathname === href || (href !== '/' && pathname.startsWith(`${href}/`)))
    .sort((a, b) => b.href.length - a.href.length)[0]
}
