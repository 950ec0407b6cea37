/** Asks somebody to sign in again; true when they have. */
type Ask = () => Promise<boolean>;

let current: Ask | undefined;

/** From now on `ask` is called when a session turns out to have ended; until the function that this answers is called. */
export function onSessionEnd(ask: Ask): () => void {
  current = ask;
  return () => {
    if (current === ask) current = undefined;
  };
}

/** True once somebody has signed in again; false when nothing here can ask them, or they would not. */
export function signInAgain(): Promise<boolean> {
  return current?.() ?? Promise.resolve(false);
}
