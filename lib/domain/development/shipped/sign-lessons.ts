import type { Hand, Payload, Sign } from '@/lib/domain/development/content-type'
import { said } from './said'

const hand = (shape: Hand['shape'], place: Hand['place'], move: Hand['move'], turn = 0): Hand => ({ shape, place, turn, move })
const sign = (key: string, en: string, es: string, howEn: string, howEs: string, right: Hand, left: Hand | null = null): Sign => ({ key, word: said(en, es), how: said(howEn, howEs), right, left })
const palm = hand('flat', 'middle', 'none', 90)

/** Sixty signs of American Sign Language for the day at school, drawn and told for a right-handed signer. */
export const signLessons: Payload<'sign_lessons'> = {
  language: said('American Sign Language (ASL)', 'Lengua de señas americana (ASL)'),
  lessons: [
    { key: 'greetings', title: said('Greetings', 'Saludos'), signs: [
      sign('hello', 'Hello', 'Hola', 'Flat hand at the temple, moved outward like a salute.', 'Mano plana en la sien que se aleja, como un saludo militar.', hand('flat', 'temple', 'out', 20)),
      sign('goodbye', 'Goodbye', 'Adiós', 'Open hand beside the shoulder, waved.', 'Mano abierta junto al hombro, agitada.', hand('open', 'shoulder', 'shake')),
      sign('please', 'Please', 'Por favor', 'Flat hand on the chest, moved in a circle.', 'Mano plana sobre el pecho, en círculo.', hand('flat', 'chest', 'circle', 80)),
      sign('thank-you', 'Thank you', 'Gracias', 'Fingertips of the flat hand at the chin, moved forward and down.', 'Puntas de los dedos en la barbilla; la mano plana avanza y baja.', hand('flat', 'chin', 'out')),
      sign('sorry', 'Sorry', 'Lo siento', 'Fist on the chest, moved in a circle.', 'Puño sobre el pecho, en círculo.', hand('thumb-fist', 'chest', 'circle')),
      sign('yes', 'Yes', 'Sí', 'Fist nods, like a head.', 'El puño asiente, como una cabeza.', hand('fist', 'shoulder', 'tap')),
    ] },
    { key: 'answers', title: said('Answers', 'Respuestas'), signs: [
      sign('no', 'No', 'No', 'Index and middle finger close onto the thumb, twice.', 'Índice y corazón se cierran sobre el pulgar, dos veces.', hand('pinch', 'shoulder', 'open-close')),
      sign('again', 'Again', 'Otra vez', 'Bent hand turns over and lands with its tips in the other palm.', 'La mano doblada gira y cae con las puntas en la otra palma.', hand('bent', 'middle', 'down', -40), palm),
      sign('understand', 'I understand', 'Entiendo', 'Fist at the forehead; the index finger flicks up.', 'Puño en la frente; el índice salta hacia arriba.', hand('point', 'forehead', 'up')),
      sign('dont-know', 'I don’t know', 'No sé', 'Fingertips at the forehead; the flat hand turns away.', 'Puntas de los dedos en la frente; la mano plana se aparta.', hand('flat', 'forehead', 'twist', 30)),
      sign('help', 'Help', 'Ayuda', 'Fist with the thumb up on the other palm; both rise.', 'Puño con el pulgar arriba sobre la otra palma; suben juntas.', hand('thumb-up', 'middle', 'up'), palm),
      sign('wait', 'Wait', 'Espera', 'Both open hands, palms up, to one side; the fingers wiggle.', 'Ambas manos abiertas, palmas arriba, a un lado; los dedos se mueven.', hand('open', 'middle', 'shake', -30), hand('open', 'middle', 'shake', 30)),
    ] },
    { key: 'classroom', title: said('In the classroom', 'En el aula'), signs: [
      sign('listen', 'Listen', 'Escucha', 'Cupped hand behind the ear.', 'Mano ahuecada tras la oreja.', hand('cup', 'ear', 'none')),
      sign('look', 'Look', 'Mira', 'Two fingers from the eyes toward what is to be seen.', 'Dos dedos van de los ojos hacia lo que se mira.', hand('two', 'eye', 'out')),
      sign('read', 'Read', 'Leer', 'Two fingers pass down before the other palm, like eyes over a page.', 'Dos dedos bajan ante la otra palma, como ojos por una página.', hand('two', 'middle', 'down', -50), hand('flat', 'middle', 'none')),
      sign('write', 'Write', 'Escribir', 'Thumb and index finger hold a pen and write in the other palm.', 'Pulgar e índice sostienen un lápiz y escriben en la otra palma.', hand('pinch', 'middle', 'toward-side', -30), palm),
      sign('book', 'Book', 'Libro', 'Palms together, then opened like a book.', 'Palmas juntas que se abren como un libro.', hand('flat', 'middle', 'open-close', 15), hand('flat', 'middle', 'open-close', -15)),
      sign('school', 'School', 'Escuela', 'Flat hand claps onto the other palm, twice.', 'La mano plana da dos palmadas sobre la otra.', hand('flat', 'middle', 'tap', -90), palm),
    ] },
    { key: 'people', title: said('People', 'Personas'), signs: [
      sign('teacher', 'Teacher', 'Docente', 'Both closed hands at the temples move forward; then both flat hands pass down the sides.', 'Ambas manos cerradas avanzan desde las sienes; luego las manos planas bajan por los costados.', hand('pinched', 'temple', 'out'), hand('pinched', 'temple', 'out')),
      sign('student', 'Student', 'Estudiante', 'Take something from the palm and bring it to the forehead; then both flat hands pass down the sides.', 'Se toma algo de la palma y se lleva a la frente; luego las manos planas bajan por los costados.', hand('pinched', 'middle', 'up'), palm),
      sign('friend', 'Friend', 'Amistad', 'Hooked index fingers link, one way and then the other.', 'Los índices en gancho se enlazan, de un lado y del otro.', hand('hook', 'middle', 'tap', -60), hand('hook', 'middle', 'none', 60)),
      sign('mother', 'Mother', 'Madre', 'Thumb of the open hand taps the chin.', 'El pulgar de la mano abierta toca la barbilla.', hand('open', 'chin', 'tap')),
      sign('father', 'Father', 'Padre', 'Thumb of the open hand taps the forehead.', 'El pulgar de la mano abierta toca la frente.', hand('open', 'forehead', 'tap')),
      sign('name', 'Name', 'Nombre', 'Two fingers tap across two fingers of the other hand, twice.', 'Dos dedos golpean dos veces los dos dedos de la otra mano.', hand('two-together', 'middle', 'tap', -70), hand('two-together', 'middle', 'none', 70)),
    ] },
    { key: 'needs', title: said('Needs', 'Necesidades'), signs: [
      sign('bathroom', 'Bathroom', 'Baño', 'Fist with the thumb between index and middle finger, shaken.', 'Puño con el pulgar entre índice y corazón, agitado.', hand('thumb-fist', 'shoulder', 'shake')),
      sign('water', 'Water', 'Agua', 'Three fingers tap the chin.', 'Tres dedos tocan la barbilla.', hand('three', 'chin', 'tap')),
      sign('eat', 'Eat', 'Comer', 'Closed fingertips tap the mouth.', 'Las puntas de los dedos juntas tocan la boca.', hand('pinched', 'mouth', 'tap')),
      sign('drink', 'Drink', 'Beber', 'The hand holds an imaginary cup and tips it to the mouth.', 'La mano sostiene un vaso imaginario y lo inclina hacia la boca.', hand('cup', 'mouth', 'in')),
      sign('more', 'More', 'Más', 'Closed fingertips of both hands tap each other.', 'Las puntas juntas de ambas manos se tocan.', hand('pinched', 'middle', 'tap', -60), hand('pinched', 'middle', 'tap', 60)),
      sign('finished', 'Finished', 'Terminado', 'Both open hands turn over quickly, palms outward.', 'Ambas manos abiertas giran rápido, palmas hacia fuera.', hand('open', 'shoulder', 'twist'), hand('open', 'shoulder', 'twist')),
    ] },
    { key: 'feelings', title: said('Feelings', 'Emociones'), signs: [
      sign('happy', 'Happy', 'Feliz', 'Flat hand brushes up the chest, twice.', 'La mano plana sube rozando el pecho, dos veces.', hand('flat', 'chest', 'up', 60)),
      sign('sad', 'Sad', 'Triste', 'Both open hands before the face move down.', 'Ambas manos abiertas bajan ante la cara.', hand('open', 'cheek', 'down'), hand('open', 'cheek', 'down')),
      sign('angry', 'Angry', 'Enfadado, enfadada', 'Clawed hand before the face pulls in.', 'Mano en garra ante la cara, tirando hacia dentro.', hand('claw', 'mouth', 'in')),
      sign('scared', 'Scared', 'Con miedo', 'Both hands open suddenly before the chest.', 'Ambas manos se abren de golpe ante el pecho.', hand('open', 'chest', 'inward', -50), hand('open', 'chest', 'inward', 50)),
      sign('tired', 'Tired', 'Con cansancio', 'Fingertips of both bent hands on the chest; the hands sink.', 'Puntas de ambas manos dobladas en el pecho; las manos caen.', hand('bent', 'chest', 'down', -60), hand('bent', 'chest', 'down', 60)),
      sign('love', 'Love', 'Amor', 'Both fists crossed over the heart.', 'Ambos puños cruzados sobre el corazón.', hand('fist', 'chest', 'in', -30), hand('fist', 'chest', 'in', 30)),
    ] },
    { key: 'actions', title: said('What to do', 'Qué hacer'), signs: [
      sign('sit', 'Sit', 'Siéntate', 'Two bent fingers sit down on two fingers of the other hand.', 'Dos dedos doblados se sientan sobre dos dedos de la otra mano.', hand('two-together', 'middle', 'down', -80), hand('two-together', 'middle', 'none', 80)),
      sign('stand', 'Stand', 'Ponte de pie', 'Two fingers stand like legs on the other palm.', 'Dos dedos, como piernas, de pie sobre la otra palma.', hand('two', 'middle', 'none', 180), palm),
      sign('go', 'Go', 'Ve', 'Both index fingers point and move away.', 'Ambos índices señalan y se alejan.', hand('point', 'chest', 'out', 30), hand('point', 'chest', 'out', -30)),
      sign('come', 'Come', 'Ven', 'Both index fingers move toward the body.', 'Ambos índices se acercan al cuerpo.', hand('point', 'middle', 'in', -30), hand('point', 'middle', 'in', 30)),
      sign('stop', 'Stop', 'Alto', 'The edge of the hand comes down on the other palm.', 'El canto de la mano cae sobre la otra palma.', hand('flat', 'middle', 'down'), palm),
      sign('play', 'Play', 'Jugar', 'Both hands with thumb and little finger out, shaken.', 'Ambas manos con pulgar y meñique extendidos, agitadas.', hand('y', 'shoulder', 'shake'), hand('y', 'shoulder', 'shake')),
    ] },
    { key: 'questions', title: said('Questions', 'Preguntas'), signs: [
      sign('who', 'Who?', '¿Quién?', 'Thumb at the chin; the index finger bends twice.', 'Pulgar en la barbilla; el índice se dobla dos veces.', hand('l', 'chin', 'open-close')),
      sign('what', 'What?', '¿Qué?', 'Both open hands, palms up, shaken a little.', 'Ambas manos abiertas, palmas arriba, con un leve vaivén.', hand('open', 'waist', 'shake', 30), hand('open', 'waist', 'shake', -30)),
      sign('where', 'Where?', '¿Dónde?', 'Raised index finger moves from side to side.', 'El índice levantado va de un lado a otro.', hand('point', 'shoulder', 'shake')),
      sign('when', 'When?', '¿Cuándo?', 'One index finger circles the other and lands on its tip.', 'Un índice rodea al otro y se posa en su punta.', hand('point', 'middle', 'circle', -50), hand('point', 'middle', 'none', 30)),
      sign('why', 'Why?', '¿Por qué?', 'Fingertips from the forehead outward, ending with thumb and little finger out.', 'De la frente hacia fuera, hasta quedar pulgar y meñique extendidos.', hand('y', 'forehead', 'out')),
      sign('how', 'How?', '¿Cómo?', 'Knuckles of both bent hands together; they roll open.', 'Nudillos de ambas manos juntos; ruedan hasta abrirse.', hand('bent', 'middle', 'twist', -30), hand('bent', 'middle', 'twist', 30)),
    ] },
    { key: 'safety', title: said('Safety', 'Seguridad'), signs: [
      sign('hurt', 'It hurts', 'Me duele', 'Both index fingers point at each other and twist, near what hurts.', 'Los índices se apuntan y giran, cerca de donde duele.', hand('point', 'middle', 'twist', -80), hand('point', 'middle', 'twist', 80)),
      sign('doctor', 'Doctor', 'Médico, médica', 'Fingertips tap the other wrist, where the pulse is.', 'Las puntas de los dedos tocan la otra muñeca, donde está el pulso.', hand('bent', 'middle', 'tap', -60), palm),
      sign('safe', 'Safe', 'A salvo', 'Crossed fists part and turn outward.', 'Los puños cruzados se separan y giran hacia fuera.', hand('fist', 'chest', 'toward-side', -20), hand('fist', 'chest', 'toward-side', 20)),
      sign('fire', 'Fire', 'Fuego', 'Both open hands rise in turns; the fingers flicker like flames.', 'Ambas manos abiertas suben por turnos; los dedos se mueven como llamas.', hand('open', 'middle', 'up'), hand('open', 'middle', 'up')),
      sign('home', 'Home', 'Casa', 'Closed fingertips from the mouth to the cheek.', 'Las puntas juntas van de la boca a la mejilla.', hand('pinched', 'cheek', 'tap')),
      sign('careful', 'Careful', 'Cuidado', 'One hand with two fingers taps on the other, twice.', 'Una mano con dos dedos golpea dos veces sobre la otra.', hand('two', 'middle', 'tap', -40), hand('two', 'middle', 'none', 40)),
    ] },
    { key: 'praise', title: said('Praise and time', 'Elogios y tiempo'), signs: [
      sign('good', 'Good', 'Bien', 'Flat hand from the chin down into the other palm.', 'La mano plana baja de la barbilla a la otra palma.', hand('flat', 'chin', 'down'), palm),
      sign('great', 'Great!', '¡Estupendo!', 'Both open hands push forward beside the head, twice.', 'Ambas manos abiertas empujan hacia delante junto a la cabeza, dos veces.', hand('open', 'temple', 'out'), hand('open', 'temple', 'out')),
      sign('applause', 'Applause', 'Aplauso', 'Both open hands up in the air, twisted back and forth.', 'Ambas manos abiertas en alto, girando de un lado a otro.', hand('open', 'temple', 'twist'), hand('open', 'temple', 'twist')),
      sign('now', 'Now', 'Ahora', 'Both hands with thumb and little finger out drop a little.', 'Ambas manos con pulgar y meñique extendidos bajan un poco.', hand('y', 'waist', 'down'), hand('y', 'waist', 'down')),
      sign('tomorrow', 'Tomorrow', 'Mañana', 'Thumb at the cheek, moved forward.', 'Pulgar en la mejilla, que avanza.', hand('thumb-up', 'cheek', 'out')),
      sign('i-love-you', 'I love you', 'Te quiero', 'Thumb, index and little finger out, held up.', 'Pulgar, índice y meñique extendidos, en alto.', hand('love', 'shoulder', 'none')),
    ] },
  ],
}
