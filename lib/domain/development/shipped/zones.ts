import type { Payload } from '@/lib/domain/development/content-type'
import { said } from './said'

/** Four colours of how one is. None is better than another; each has something that helps. */
export const zones: Payload<'zones'> = {
  question: said('How are you right now?', '¿Cómo estás ahora mismo?'),
  zones: [
    {
      key: 'blue', name: said('Low', 'Con poca energía'), about: said('Tired, sad, unwell, slow', 'Cansancio, tristeza, malestar, lentitud'),
      strategies: [
        said('Drink a glass of water and stand by an open window for a minute.', 'Bebe un vaso de agua y quédate un minuto junto a una ventana abierta.'),
        said('Do one small thing that can be finished in five minutes.', 'Haz una sola cosa que puedas terminar en cinco minutos.'),
        said('Tell one colleague that today is a slow day.', 'Dile a un compañero que hoy vas más despacio.'),
        said('Walk to the other end of the building and back.', 'Camina hasta el otro extremo del edificio y vuelve.'),
        said('Decide what can wait until tomorrow, and write it down.', 'Decide qué puede esperar a mañana y apúntalo.'),
      ],
    },
    {
      key: 'green', name: said('Steady', 'En calma'), about: said('Calm, focused, content, ready', 'Tranquilidad, concentración, satisfacción, disposición'),
      strategies: [
        said('Start with the task that needs your best head.', 'Empieza por la tarea que más cabeza necesita.'),
        said('Notice what helped today, to find it again.', 'Fíjate en qué te ha ayudado hoy, para poder repetirlo.'),
        said('Ask somebody how they are, and wait for the answer.', 'Pregúntale a alguien cómo está y espera la respuesta.'),
        said('Plan one pleasant thing for after work.', 'Piensa en algo agradable para después del trabajo.'),
      ],
    },
    {
      key: 'yellow', name: said('Stirred up', 'Con inquietud'), about: said('Worried, restless, annoyed, excited', 'Preocupación, nervios, molestia, excitación'),
      strategies: [
        said('Breathe in for four, out for six, five times.', 'Inspira contando hasta cuatro y espira contando hasta seis; cinco veces.'),
        said('Name it in one sentence: “I am … because …”.', 'Ponle nombre en una frase: «Estoy… porque…».'),
        said('Press your feet to the floor and look for five blue things.', 'Apoya bien los pies en el suelo y busca cinco cosas azules.'),
        said('Write the worry down, and beside it the next step.', 'Escribe la preocupación y, al lado, el siguiente paso.'),
        said('Put the phone away for one lesson.', 'Guarda el móvil durante una clase.'),
      ],
    },
    {
      key: 'red', name: said('Overwhelmed', 'Al límite'), about: said('Angry, panicked, overwhelmed, lost for words', 'Enfado, pánico, desbordamiento, sin palabras'),
      strategies: [
        said('Step out if you can: ask a colleague to watch the class for five minutes.', 'Sal un momento si puedes: pide a un compañero que vigile la clase cinco minutos.'),
        said('Hold something cold, or let cold water run over your wrists.', 'Sujeta algo frío o deja correr agua fría por las muñecas.'),
        said('Say nothing yet that you might have to take back.', 'No digas todavía nada de lo que puedas arrepentirte.'),
        said('Lower your shoulders, loosen your jaw, breathe out longer than in.', 'Baja los hombros, afloja la mandíbula y alarga la espiración.'),
        said('Talk to somebody today. You can ask for it just below.', 'Habla hoy con alguien. Puedes pedirlo aquí debajo.'),
      ],
    },
  ],
}
