import type { OwnScreenWords } from "../../words/own-screen-words.ts";

export const words: OwnScreenWords = {
  goesBack:
    "Hace rato que nadie toca esta página: enseguida la pantalla vuelve a mostrar lo que suena. Tócala para quedarte.",
};
