import { Skeleton } from "@/app/_ui/skeleton";

const ROWS = [0, 1, 2, 3, 4];
const WIDTHS = ["w-3/4", "w-1/2", "w-2/3", "w-5/6", "w-1/3"];

/** Where the first rows of a table are on their way. */
export function SkeletonRows({ columns }: { columns: number }) {
  return (
    <tbody>
      {ROWS.map((row) => (
        <tr key={row}>
          {Array.from({ length: columns }, (_, column) => column).map((column) => (
            <td key={column}>
              <Skeleton className={`my-1 h-3 ${WIDTHS[(row + column) % WIDTHS.length]}`} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}
