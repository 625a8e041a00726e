/** What somebody has to sign in as before they may do what they want. */
export type SignInAs = "member" | "admin";

type Gate = (as: SignInAs) => Promise<boolean>;

let gate: Gate | null = null;

/** The page's own way to let somebody sign in. Returns the undo. */
export function openGateBy(own: Gate): () => void {
  gate = own;
  return () => {
    if (gate === own) gate = null;
  };
}

/** Whether somebody has signed in after they were asked to; false where the page has no way, or they would not. */
export function signedInFor(as: SignInAs): Promise<boolean> {
  return gate === null ? Promise.resolve(false) : gate(as);
}
