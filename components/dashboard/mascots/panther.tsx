import { Eyes, Muzzle, Pair, Shoulders } from './parts'

export const Panther = () => (
  <>
    <Shoulders coat="#2c3040" chest="#3c4256" />
    <Pair>
      <path d="M22 44c-3-12-2-22 3-31 11 2 20 7 26 16z" fill="#2c3040" />
      <path d="M28 33c-1-6 0-10 1-13 6 2 10 5 13 9z" fill="#8b6f8e" />
    </Pair>
    <path d="M60 20c24 0 38 13 38 33 0 21-17 35-38 35S22 74 22 53c0-20 14-33 38-33z" fill="#3a4055" />
    <path d="M60 58c13 0 21 6 21 15S72 88 60 88s-21-6-21-15 8-15 21-15z" fill="#565e78" />
    <Eyes apart={17} y={49} size={4.4} iris="#f2d24b" />
    <Muzzle y={64} wide={6.5} nose="#e3929b" />
    <Pair>
      <path d="M40 70l-16-3m16 9l-15 3" stroke="#aab2cc" strokeWidth="1.8" strokeLinecap="round" />
    </Pair>
  </>
)
