/** How a value went, in little: a line alone, broken where nothing is known. It says nothing that no words say. */
export function Sparkline({ values }: { values: readonly (number | null)[] }) {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return null;
  const low = Math.min(...known);
  const span = Math.max(...known) - low || 1;
  const points = values.map((value, at) => ({
    x: (at / (values.length - 1)) * 100,
    y: value === null ? null : 28 - ((value - low) / span) * 26,
  }));
  const path = points.map(({ x, y }, at) => {
    if (y === null) return "";
    return `${points[at - 1]?.y == null ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`;
  });
  return (
    <svg viewBox="0 0 100 30" preserveAspectRatio="none" aria-hidden="true" className="h-9 w-full">
      <path
        d={path.join("")}
        vectorEffect="non-scaling-stroke"
        strokeWidth="1.5"
        strokeLinejoin="round"
        strokeLinecap="round"
        className="fill-none stroke-accent"
      />
    </svg>
  );
}
