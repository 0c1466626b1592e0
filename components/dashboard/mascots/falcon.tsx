import { Eyes, Pair, Shoulders } from './parts'

export const Falcon = () => (
  <>
    <Shoulders coat="#3c4a5e" chest="#f4ead9" />
    <path d="M46 100h7m7 0h7m-14 7h7m7 0h7m-28 7h7m7 0h7" stroke="#3c4a5e" strokeWidth="3" strokeLinecap="round" />
    <path d="M60 13c23 0 37 14 37 35 0 24-17 40-37 40S23 72 23 48c0-21 14-35 37-35z" fill="#4d5f78" />
    <path d="M29 64c4-14 16-17 31-17s27 3 31 17c-5 15-17 24-31 24s-26-9-31-24z" fill="#f8f1e4" />
    <Pair>
      <path d="M34 40c9-3 17 2 19 9-1 10-4 18-9 24-7-7-11-20-10-33z" fill="#2d3949" />
    </Pair>
    <Eyes apart={17} y={49} size={5} iris="#f4c12f" />
    <Pair>
      <path d="M32 38c7-2 13-1 19 4" fill="none" stroke="#242e3b" strokeWidth="3.6" strokeLinecap="round" />
    </Pair>
    <path d="M60 52c7 0 11 4 11 9-4 0-6 5-11 15-5-10-7-15-11-15 0-5 4-9 11-9z" fill="#f2b526" />
    <path d="M54 66l6 10 6-10c-4 3-8 3-12 0z" fill="#4a5566" />
  </>
)
