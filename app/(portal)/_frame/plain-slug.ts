import { slugify } from "@/lib/slug";

const LENGTH_MAX = 200;

/** What a part of an address is called in its one spelling: "New%20Town" is "new-town". Empty for what can be no name. */
export function plainSlug(part: string): string {
  try {
    const slug = slugify(decodeURIComponent(part));
    return slug.length > LENGTH_MAX ? "" : slug;
  } catch {
    return "";
  }
}
