import type { ReactNode } from "react";
import type { Failure } from "@/app/_ui/form/use-form";
import { Notice } from "@/app/_ui/notice";

type Props = {
  failure: Failure | null;
  /** The way out, where the message does not say it. */
  children?: ReactNode;
};

/** Above the fields of a form: what went wrong with all of it. useForm gives it the focus. */
export function FormFailure({ failure, children }: Props) {
  if (failure === null) return null;
  const { message, retryAt } = failure;
  return (
    <div data-failure tabIndex={-1}>
      <Notice tone="danger" role="alert" title={message}>
        {retryAt === null ? children : <>From {timeOf(retryAt)} on you can try again.</>}
      </Notice>
    </div>
  );
}

function timeOf(instant: Date): string {
  return instant.toLocaleTimeString("en-AU", { hour: "numeric", minute: "2-digit", second: "2-digit" });
}
