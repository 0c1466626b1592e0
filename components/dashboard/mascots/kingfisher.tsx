import { Eyes, Pair, Shoulders } from './parts'

export const Kingfisher = () => (
  <>
    <Shoulders coat="#0f7d9c" chest="#f0913a" />
    <Pair>
      <path d="M40 22C33 18 27 16 19 17c4 4 7 8 9 13z" fill="#0b6480" />
    </Pair>
    <path d="M52 14c0-5 3-9 8-12 5 3 8 7 8 12z" fill="#0b6480" />
    <path d="M60 11c24 0 38 15 38 37 0 24-17 40-38 40S22 72 22 48c0-22 14-37 38-37z" fill="#1493b5" />
    <Pair>
      <circle cx="43" cy="24" r="2.2" fill="#7fd6ea" />
      <circle cx="52" cy="30" r="2.2" fill="#7fd6ea" />
      <circle cx="34" cy="34" r="2.2" fill="#7fd6ea" />
      <path d="M26 64c6-8 16-10 24-5 2 8 2 18 0 27-12-3-21-11-24-22z" fill="#fdf6e9" />
      <path d="M32 56c6-4 14-5 19-1-1 7-5 12-11 14-4-3-7-8-8-13z" fill="#f0913a" />
    </Pair>
    <path d="M44 82c4-6 9-9 16-9s12 3 16 9c-5 4-10 6-16 6s-11-2-16-6z" fill="#fdf6e9" />
    <Eyes apart={18} y={47} size={5.4} />
    <path d="M60 44c6 0 9 5 9 11l-9 37-9-37c0-6 3-11 9-11z" fill="#2d3642" />
    <path d="M60 44c2 0 4 1 5 2l-5 38z" fill="#4c5867" />
  </>
)
