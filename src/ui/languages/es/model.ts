import type { ModelWords } from "../../words/model-words.ts";
import { numberIn, percentIn } from "../plural.ts";

const number = numberIn("es");
const whole = percentIn("es");

export const words: ModelWords = {
  title: "El modelo",
  percent: percentIn("es", 1),
  mustNot: "Para qué no debe usarse",
  mustNotSentences: [
    "Para juzgar a una persona: contratar, calificar, vigilar, vender, seguros, salud, detectar mentiras. Ninguna decisión sobre nadie puede basarse en él.",
    "En el trabajo o en la escuela. El Reglamento de IA de la UE (artículo 5) prohíbe deducir allí emociones a partir de las caras; en otros lugares exige (artículo 50) que se avise a la gente. Pon un aviso donde esté la cámara.",
    "Para reconocer a alguien. No está entrenado para eso, y aquí nada guarda una cara.",
    "Es lo bastante bueno para una cosa: influir en qué canción viene después, donde una respuesta equivocada no cuesta nada.",
  ],
  cannot: "Lo que no sabe",
  figures: "Con qué se midió",
  hint: (faces) =>
    `Con ${number(faces)} caras que no sirvieron para elegir nada en él. Las personas que etiquetaron una muestra de las mismas imágenes llegaron al 65\u00a0±\u00a05\u00a0%: mucho de lo que falta hasta el 100\u00a0% es ruido en las etiquetas.`,
  version: (version) => `Versión ${version}.`,
  trainedOn: "Entrenado con:",
  columns: {
    file: "Archivo",
    accuracy: "Aciertos",
    recall: "Media por expresión",
    kept: "Leídas",
    right: "De ellas, correctas",
  },
  files: { int8: "int8", fp32: "fp32" },
  which:
    "Los dos archivos son la misma red; int8 está redondeado a números enteros y es más rápido en la mayoría de los aparatos.",
  byExpression: "Por expresión",
  expression: "Expresión",
  told: "De las que la muestran, reconocidas",
  isRight: "De las reconocidas, correctas",
  less: (sure) => `Una lectura con menos de un ${whole(sure)} de seguridad cuenta como no leída.`,
  pictures: "Imágenes",
  picture: {
    confusion: "Qué expresión se toma por cuál",
    recall: "Cuántas de cada expresión se reconocen",
    reliability: "Si su seguridad se corresponde con sus aciertos",
    robustness: "Lo que cuestan las caras inclinadas, oscuras y pequeñas",
    abstention: "Cuánto acierta según cuántas caras lee",
    framing: "Lo que cuesta encuadrar la cara de otro modo",
    accuracy: "Cómo se entrenó",
    adjustment: "Lo que costó mejorar la expresión más floja",
  },
};
