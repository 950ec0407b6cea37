/** The same outline, drawn from another corner on, the other way round, closed, with a corner given twice, or a little off the grid. */
export function respeltArea(area: string, next: () => number): string {
  const canonical = area.split(";");
  const start = next() % canonical.length;
  const turned = [...canonical.slice(start), ...canonical.slice(0, start)];
  const drawn = next() % 2 ? turned : turned.toReversed();
  const closed = next() % 2 ? [...drawn, ...drawn.slice(0, 1)] : drawn;
  const doubled = next() % 2 ? closed.flatMap((corner) => [corner, corner]) : closed;
  return doubled
    .map((corner) =>
      corner
        .split(",")
        .map((degrees) => offGrid(degrees, next() % 5))
        .join(", "),
    )
    .join("; ");
}

/** Less than half a step of the grid away from zero. */
function offGrid(degrees: string, tenths: number): string {
  return `${Number(degrees).toFixed(3)}${tenths}9`;
}
