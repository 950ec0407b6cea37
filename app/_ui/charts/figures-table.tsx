type Props = {
  caption: string;
  names: readonly string[];
  rows: readonly (readonly string[])[];
};

/** The figures of a chart, folded away: what is drawn can be read. */
export function FiguresTable({ caption, names, rows }: Props) {
  return (
    <details>
      <summary className="link w-fit py-1 text-sm">The figures as a table</summary>
      <table className="mt-3 w-full max-w-2xl text-left text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead className="text-muted">
          <tr className="border-line border-b">
            {names.map((name, at) => (
              <th
                key={name}
                scope="col"
                className={`py-2 font-medium ${at === 0 ? "pr-4" : "pl-4 text-right"}`}
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...figures]) => (
            <tr key={name} className="border-line border-b">
              <th scope="row" className="py-2 pr-4 font-normal">
                {name}
              </th>
              {figures.map((figure, at) => (
                <td key={names[at + 1]} className="py-2 pl-4 text-right">
                  {figure}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
