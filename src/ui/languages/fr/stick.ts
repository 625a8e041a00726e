import type { StickWords } from "../../words/stick-words.ts";

export const words: StickWords = {
  plugIn:
    "Pour tout emporter dans un fichier, branchez une clé USB sur Mien. Elle apparaît ici ; si ce n’est pas le cas d’ici une demi-minute, demandez à un admin.",
  save: (stick) => `Tout enregistrer sur « ${stick} »`,
  sure: (stick) => `Enregistrer maintenant sur « ${stick} »`,
  hint: "Qui a la clé peut lire le fichier. Votre code ou votre phrase secrète dit que c’est vous.",
  saving: "Votre code ou votre phrase est vérifié, puis tout est enregistré. Laissez la clé branchée.",
  gone: "Cette clé n’est plus là : rebranchez-la.",
  saved: (file, stick) => `Enregistré sur « ${stick} » sous le nom ${file}. Vous pouvez retirer la clé.`,
};
