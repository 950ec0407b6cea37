import { redirect } from "next/navigation";
import { consoleVisitor } from "@/lib/http/console-visitor";

export default async function ConsolePage() {
  await consoleVisitor();
  redirect("/console/listings");
}
