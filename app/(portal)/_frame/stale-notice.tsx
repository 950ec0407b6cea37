import { staleForMs, staleWords } from "@/lib/http/staleness";

/** Says how old the page is while nobody can tell whether it is still true. To be rendered by a page that has read all it shows. */
export function StaleNotice() {
  const ageMs = staleForMs();
  if (ageMs === null) return null;
  const [warning, rest] = staleWords(ageMs);
  return (
    <p role="status" className="border-line border-b bg-sunken">
      <span className="shell block py-3 text-sm">
        <strong className="font-semibold text-danger">{warning}</strong> {rest}
      </span>
    </p>
  );
}
