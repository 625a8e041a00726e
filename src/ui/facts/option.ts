/** One of what a `select` has to choose from. */
export interface Option {
  value: string;
  text: string;
  /** What the machine calls it, for who looks for that. */
  detail?: string;
  /** Those of one group follow each other, below its name. */
  group?: string;
}
