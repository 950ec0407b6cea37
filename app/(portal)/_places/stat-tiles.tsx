export type StatTile = {
  readonly name: string;
  /** null: of too few to say. */
  readonly value: string | null;
  /** How many it rests on, and of what time. */
  readonly rests: string;
};

/** A few figures, large, each with what it rests on. */
export function StatTiles({ tiles }: { tiles: readonly StatTile[] }) {
  return (
    <dl className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
      {tiles.map(({ name, value, rests }) => (
        <div
          key={name}
          className="grid content-start gap-1 rounded-card border border-line bg-surface p-4 sm:p-5"
        >
          <dt className="text-muted text-sm">{name}</dt>
          <dd className="grid gap-1">
            {value === null ? (
              <span className="text-lg text-muted">Too few to say</span>
            ) : (
              <span className="font-serif text-3xl">{value}</span>
            )}
            <span className="text-muted text-sm">{rests}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
