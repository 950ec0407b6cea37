type Point = { readonly title: string; readonly top: number | null };

/** Across, on the screen. */
const DOT_PX = 8;

/** A line through points that stand evenly side by side; it is broken where there is none. Widths stay what they are however it is stretched. */
export function TrendLine({ points, lines }: { points: readonly Point[]; lines: readonly number[] }) {
  const placed = points.map(({ top }, at) => ({ x: ((at + 0.5) / points.length) * 100, y: top }));
  return (
    <svg
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      aria-hidden="true"
      className="my-2 h-44 w-full overflow-visible sm:h-56"
    >
      {lines.map((y) => (
        <path key={y} d={`M0 ${y}H100`} vectorEffect="non-scaling-stroke" className="stroke-line" />
      ))}
      <path
        d={pathThrough(placed)}
        vectorEffect="non-scaling-stroke"
        strokeWidth="2"
        strokeLinejoin="round"
        className="fill-none stroke-accent"
      />
      {placed.map(({ x, y }, at) =>
        y === null ? null : (
          <path
            key={x}
            d={`M${x} ${y}h.01`}
            vectorEffect="non-scaling-stroke"
            strokeWidth={DOT_PX}
            strokeLinecap="round"
            className="stroke-accent"
          >
            <title>{points[at]?.title}</title>
          </path>
        ),
      )}
    </svg>
  );
}

function pathThrough(placed: readonly { readonly x: number; readonly y: number | null }[]): string {
  let isDrawing = false;
  let path = "";
  for (const { x, y } of placed) {
    if (y !== null) path += `${isDrawing ? "L" : "M"}${round(x)} ${round(y)}`;
    isDrawing = y !== null;
  }
  return path;
}

function round(coordinate: number): number {
  return Math.round(coordinate * 100) / 100;
}
