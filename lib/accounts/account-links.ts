// The token stands after the "#": browsers send that to nobody, so it is in no log and no Referer.

/** Where an invitation is accepted. `origin`: what people call the portal. */
export function invitationLink(origin: string, token: string): string {
  return `${origin}/invitation#${token}`;
}

/** Where another password is chosen. */
export function resetLink(origin: string, token: string): string {
  return `${origin}/reset#${token}`;
}
