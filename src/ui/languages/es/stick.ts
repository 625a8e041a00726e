import type { StickWords } from "../../words/stick-words.ts";

export const words: StickWords = {
  plugIn:
    "Para llevarte todo en un archivo, conecta una memoria USB a Mien. Aparecerá aquí; si no aparece en medio minuto, pregunta a un admin.",
  save: (stick) => `Guardar todo en «${stick}»`,
  sure: (stick) => `Guardar ahora en «${stick}»`,
  hint: "Quien tenga la memoria podrá leer el archivo. Tu PIN o frase de acceso dice que eres tú.",
  saving: "Se comprueba tu PIN o frase de acceso y después se guarda todo. No retires la memoria.",
  gone: "Esta memoria ya no está: conéctala otra vez.",
  saved: (file, stick) => `Guardado en «${stick}» como ${file}. Ya puedes retirar la memoria.`,
};
