/** Letters and digits joined by single hyphens, without accents: "O'Connor Bay" is "oconnor-bay". Empty when nothing of the text can be kept. */
export function slugify(text: string): string {
  return unaccented(text)
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}

/** The text in small letters without accents: "Café" is "cafe". */
export function unaccented(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase();
}
