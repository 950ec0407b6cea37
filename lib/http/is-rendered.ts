/** Whether an answer of this type is a page, or its payload, rendered by Next; what else the portal answers a route handler wrote. */
export function isRendered(type: string): boolean {
  return /^text\/(?:html|x-component)\b/.test(type);
}
