"use client";

import { Button } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { ErrorState } from "@/app/_ui/error-state";
import { DataTable } from "@/app/_ui/table/data-table";
import { COLUMNS, type Home } from "./homes";
import { LiveTable } from "./live-table";
import { Specimen } from "./show";

const NONE: readonly Home[] = [];

export function Tables() {
  const common = {
    columns: COLUMNS,
    rows: NONE,
    keyOf: (home: Home) => home.id,
    nameOf: (home: Home) => home.address,
  };
  return (
    <>
      <Specimen name="Arrows move through the rows, space selects, Enter opens">
        <LiveTable />
      </Specimen>
      <Specimen name="Loading">
        <div className="mt-5">
          <DataTable {...common} caption="listings on their way" state="loading" />
        </div>
      </Specimen>
      <Specimen name="Empty">
        <DataTable
          {...common}
          caption="Listings of a new agency"
          instead={
            <EmptyState
              icon="house"
              title="No listings yet"
              actions={<Button look="primary">Add the first</Button>}
            >
              Once there is one, it is found here by its address.
            </EmptyState>
          }
        />
      </Specimen>
      <Specimen name="Failed">
        <DataTable
          {...common}
          caption="Listings that did not come"
          instead={
            <ErrorState title="The listings did not come" actions={<Button>Try again</Button>}>
              Nothing is lost. If it goes on, the page of our state says more.
            </ErrorState>
          }
        />
      </Specimen>
    </>
  );
}
