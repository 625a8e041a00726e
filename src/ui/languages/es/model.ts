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
    "Para reconocer a alguien. Una mitad empezó siendo una red que distinguía personas. Se entrenó después con expresiones, no da otra cosa, y aquí nada guarda una cara.",
    "Es lo bastante bueno para una cosa: influir en qué canción viene después, donde una respuesta equivocada no cuesta nada.",
  ],
  cannot: "Lo que no sabe",
  cannotSentences: [
    "Una expresión no es un sentimiento. La gente frunce el ceño al pensar, sonríe cuando está incómoda y está triste con la cara tranquila; el vínculo es débil y varía entre personas y culturas (Barrett et al., 2019). El modelo dice lo que muestra una cara en un momento.",
    "Sus ejemplos están posados, actuados o elegidos: actores y fotos de agencia con expresiones fuertes. Las caras en reposo de un salón son más sutiles. Cuenta con que confunda «neutral» y «triste».",
    "Las clases más débiles: mira la columna de las reconocidas. El miedo se toma por tristeza, sorpresa, neutral y enfado, el asco por enfado; de asco solo hay 436 imágenes de entrenamiento antes de limpiar.",
    "Sesgo. Pruebas publicadas de sistemas así hallaron que leen las caras negras como más enfadadas que las blancas con la misma sonrisa (Rhue, 2018); los errores también cambian con la edad y el género. FER-2013 no tiene esas etiquetas, así que este conjunto no puede mostrar cuán grande es aquí la diferencia, y no afirmamos que no la haya. Contiene a quienes devolvió una búsqueda web en inglés de 2013, y nadie los contó. La mitad del modelo vio antes a otras personas, casi todas conocidas, lo que puede ayudar o perjudicar; nadie lo ha medido.",
    "Condiciones que no ha visto: mascarillas, luz lateral fuerte, cabezas giradas más de unos 45°, infrarrojo. El entrenamiento añade giro, encuadres inexactos, desenfoque, exposición y partes tapadas, no estas.",
  ],
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
    right: "De ellas, bien",
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
  drawnIn: "Los dibujos están rotulados en inglés.",
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
