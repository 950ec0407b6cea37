type Column = { readonly count: number; readonly share: number };

const HEIGHT = 10;
const WIDTH = 10;

/** How many there are in each span of time, as columns; its number stands on each where there is room. */
export function CountColumns({ columns }: { columns: readonly Column[] }) {
  return (
    <div className="grid gap-0.5">
      <div className="grid auto-cols-fr grid-flow-col text-center max-sm:hidden">
        {columns.map(({ count }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns stand where they stand.
          <span key={at}>{count}</span>
        ))}
      </div>
      <svg
        viewBox={`0 0 ${columns.length * WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        className="h-10 w-full fill-edge"
      >
        {columns.map(({ share }, at) => (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: as above.
            key={at}
            x={at * WIDTH + 2}
            width={WIDTH - 4}
            y={HEIGHT * (1 - share)}
            height={HEIGHT * share}
          />
        ))}
      </svg>
    </div>
  );
}
