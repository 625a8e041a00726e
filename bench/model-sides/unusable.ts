/** What the person who called a bench can mend: said in its own words, without a stack. */
export class Unusable extends Error {}
