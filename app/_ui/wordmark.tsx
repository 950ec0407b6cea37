/** The name under its roof: a verandah, drawn with three posts. */
export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2 font-medium font-serif text-2xl tracking-tight">
      <svg aria-hidden="true" viewBox="0 0 32 32" className="size-7 text-accent" fill="currentColor">
        <path d="M16 3 2 13.2V16h28v-2.8zM4.5 18h2.6v11H4.5zM14.7 18h2.6v11h-2.6zM24.9 18h2.6v11h-2.6zM2 27h28v2.4H2z" />
      </svg>
      Verandah
    </span>
  );
}
