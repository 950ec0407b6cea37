/** How the picture beside a link to a page is called, below that page. */
export const SHARE_PICTURE = "share.jpg";

/** The path of the picture that services show beside a link to this page. */
export function sharePicturePath(pagePath: string): string {
  return `${pagePath}/${SHARE_PICTURE}`;
}
