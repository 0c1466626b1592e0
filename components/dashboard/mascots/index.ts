import type { ComponentType } from 'react'
import { Bear } from './bear'
import { Bee } from './bee'
import { Deer } from './deer'
import { Dolphin } from './dolphin'
import { Eagle } from './eagle'
import { Elephant } from './elephant'
import { Falcon } from './falcon'
import { Fox } from './fox'
import { Kingfisher } from './kingfisher'
import { Lion } from './lion'
import { Otter } from './otter'
import { Owl } from './owl'
import { Panther } from './panther'
import { Paw } from './paw'
import { Penguin } from './penguin'
import { Seal } from './seal'
import { Tiger } from './tiger'
import { Turtle } from './turtle'
import { Wolf } from './wolf'

/** Every mascot that is drawn. */
export const mascots = {
  bear: Bear, bee: Bee, deer: Deer, dolphin: Dolphin, eagle: Eagle, elephant: Elephant, falcon: Falcon, fox: Fox, kingfisher: Kingfisher, lion: Lion,
  otter: Otter, owl: Owl, panther: Panther, penguin: Penguin, seal: Seal, tiger: Tiger, turtle: Turtle, wolf: Wolf,
} as const satisfies Record<string, ComponentType>

export type MascotKey = keyof typeof mascots
export const mascotKeys = Object.keys(mascots) as MascotKey[]

/** A campus's mascot is stored as its people say it ("Night Owls", "Los Zorros"): what such words mean. */
const spoken: readonly [MascotKey, RegExp][] = [
  ['kingfisher', /kingfisher|mart[ií]n(es)? pescador/],
  ['falcon', /falcon|hawk|kestrel|halc[oó]n|gavil[aá]n/],
  ['eagle', /eagle|[aá]guila/],
  ['owl', /\bowls?\b|b[uú]ho|lechuza/],
  ['penguin', /penguin|ping[uü]ino/],
  ['otter', /otter|nutria/],
  ['fox', /\bfox(es)?\b|zorr[oa]/],
  ['wolf', /\bwol(f|ves)|lob[oa]s?\b|husky|huskies/],
  ['bear', /\bbears?\b|grizzl|\bos[oa]s?\b/],
  ['panther', /panther|cougar|puma|jaguar|pantera/],
  ['lion', /\blions?\b|le[oó]n/],
  ['tiger', /tiger|\btigres?\b/],
  ['turtle', /turtle|tortoise|tortuga/],
  ['dolphin', /dolphin|delf[ií]n/],
  ['seal', /\bseals?\b|sea lion|\bfocas?\b/],
  ['deer', /\bdeer\b|\bstags?\b|\bbucks?\b|ciervo|venado/],
  ['bee', /\bbees?\b|hornet|wasp|abeja|avispa/],
  ['elephant', /elephant|elefante/],
]

export function mascotOf(text: string): MascotKey | null {
  const said = text.toLocaleLowerCase()
  return spoken.find(([, words]) => words.test(said))?.[0] ?? null
}

/** The drawing of a mascot; one that nobody has drawn yet leaves its paw. */
export const drawingOf = (text: string): ComponentType => {
  const key = mascotOf(text)
  return key ? mascots[key] : Paw
}
