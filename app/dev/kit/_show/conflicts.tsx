"use client";

import { useState } from "react";
import { type Side, ValueConflict } from "@/app/_ui/conflict/value-conflict";
import { Notice } from "@/app/_ui/notice";
import { Specimen } from "./show";

export function Conflicts() {
  const [price, setPrice] = useState<Side | null>(null);
  const [words, setWords] = useState<Side | null>("mine");
  return (
    <Specimen name="Both changed the same fields">
      <div className="grid gap-4">
        <Notice tone="warning" title="Priya changed this listing while you did">
          Two fields differ. Choose for each; nothing is saved until you do.
        </Notice>
        <ValueConflict
          label="Price guide"
          theirs="$1,250,000 to $1,350,000"
          mine="$1,200,000 to $1,350,000"
          theirName="Priya, 2 minutes ago"
          chosen={price}
          onChoose={setPrice}
        />
        <ValueConflict
          label="Description"
          theirs="Four bedrooms under tall gums, with a shed and a new kitchen."
          mine="Four bedrooms under tall gums, a large shed, and a kitchen that was renewed in spring."
          theirName="Priya, 2 minutes ago"
          chosen={words}
          onChoose={setWords}
        />
        <ValueConflict
          label="Lot"
          theirs=""
          mine="Lot 4"
          theirName="Priya, 2 minutes ago"
          chosen={null}
          onChoose={() => {}}
        />
      </div>
    </Specimen>
  );
}
