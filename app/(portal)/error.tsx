"use client";

import { Failure } from "@/app/_ui/failure";

export default function PortalError({ retry }: { retry: () => void }) {
  return <Failure retry={retry} />;
}
