/** What the home has, each once. */
export function Features({ features }: { features: readonly string[] }) {
  if (features.length === 0) return null;
  return (
    <section aria-labelledby="features" className="grid gap-3">
      <h2 id="features" className="text-2xl">
        Features
      </h2>
      <ul className="grid max-w-3xl gap-x-8 gap-y-1.5 sm:grid-cols-2 print:max-h-28 print:grid-cols-3 print:overflow-hidden print:text-sm">
        {[...new Set(features)].map((feature) => (
          <li key={feature} dir="auto" className="border-line border-b py-1.5 wrap-anywhere print:py-0.5">
            {feature}
          </li>
        ))}
      </ul>
    </section>
  );
}
