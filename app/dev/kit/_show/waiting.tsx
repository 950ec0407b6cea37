import { BusyRegion } from "@/app/_ui/busy-region";
import { Progress } from "@/app/_ui/progress";
import { Loading, Skeleton } from "@/app/_ui/skeleton";
import { Specimen, Specimens } from "./show";

export function Waiting() {
  return (
    <Specimens>
      <Specimen name="Skeleton of a card">
        <Loading what="the listing">
          <div className="grid gap-3 rounded-card border border-line bg-surface p-4">
            <Skeleton className="aspect-4/3 w-full" />
            <Skeleton className="h-5 w-2/3" />
            <Skeleton className="h-4 w-1/2" />
          </div>
        </Loading>
      </Specimen>
      <Specimen name="Busy, with what was there before">
        <div className="mt-6">
          <BusyRegion isBusy says="Sorting by price…">
            <ul className="rounded-card border border-line bg-surface p-4">
              <li>12 Smith Street</li>
              <li>3 Wattle Lane</li>
            </ul>
          </BusyRegion>
        </div>
      </Specimen>
      <Specimen name="Progress">
        <div className="grid gap-5">
          <Progress label="Photos" value={7} max={12} words="7 of 12 added" />
          <Progress label="Floor plan" value={1} max={1} words="Added" />
          <Progress label="Video" value={3} max={10} words="Stopped at 30 %" hasFailed />
        </div>
      </Specimen>
    </Specimens>
  );
}
