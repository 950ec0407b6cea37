import { scriptText } from "@/lib/structured-data/script-text";

/** What a page says of itself to machines, in the words of schema.org. A script of data: no browser runs it. */
export function StructuredData({ of }: { of: object }) {
  return (
    <script
      type="application/ld+json"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: React would escape the quotes of JSON; scriptText lets nothing out of it.
      dangerouslySetInnerHTML={{ __html: scriptText(of) }}
    />
  );
}
