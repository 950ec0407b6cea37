import { Button } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import type { useDrawing } from "./use-drawing";

const CORNERS_MIN = 3;

/** What to do while an area is drawn, and how far it has come. */
export function DrawBar({ drawing }: { drawing: ReturnType<typeof useDrawing> }) {
  const { corners, problem, addMiddle, undo, finish, cancel } = drawing;
  const count = corners?.length ?? 0;
  return (
    <>
      <span
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 left-1/2 size-6 -translate-x-1/2 -translate-y-1/2 before:absolute before:top-1/2 before:h-px before:w-full before:bg-accent after:absolute after:left-1/2 after:h-full after:w-px after:bg-accent"
      />
      <div className="absolute top-3 left-3 grid max-w-[calc(100%-6rem)] gap-3 rounded-card border border-line bg-raised p-4 text-sm shadow-card">
        <p role="status">
          {count === 0 ? "Press the map at each corner of the area." : cornersWords(count)}
          {problem === null ? null : <span className="block text-danger">{problem}</span>}
        </p>
        <div className="dense flex flex-wrap gap-2">
          <Button onClick={addMiddle}>
            <Icon of="plus" className="size-4" />
            Corner at the cross
          </Button>
          <Button onClick={undo} disabledReason={count === 0 ? "There is no corner yet." : undefined}>
            <Icon of="undo-2" className="size-4" />
            Undo
          </Button>
          <Button
            look="primary"
            onClick={finish}
            disabledReason={count < CORNERS_MIN ? "An area has three corners or more." : undefined}
          >
            Finish
          </Button>
          <Button look="quiet" onClick={cancel}>
            Cancel
          </Button>
        </div>
      </div>
    </>
  );
}

function cornersWords(count: number): string {
  if (count === 1) return "1 corner; an area has three or more.";
  if (count < CORNERS_MIN) return `${count} corners; an area has three or more.`;
  return `${count} corners.`;
}
