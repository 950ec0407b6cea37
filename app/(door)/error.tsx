"use client";

import { Failure } from "@/app/_ui/failure";

export default function DoorError({ retry }: { retry: () => void }) {
  return <Failure retry={retry} />;
}
