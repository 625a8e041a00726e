import type { ExpressionProbs } from "../protocol/vision.ts";

/** The class of models/fer.json that counts as smiling. */
export const SMILE_CLASS = "happy";

/** Forgets everything but whether a face smiles. What has no smile class is left as it is. */
export function onlySmile(probs: ExpressionProbs): ExpressionProbs {
  const smiling = probs[SMILE_CLASS];
  return smiling === undefined ? probs : { smiling, notSmiling: 1 - smiling };
}
