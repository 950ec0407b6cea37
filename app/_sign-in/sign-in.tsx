"use client";

import { useState } from "react";
import { CodeStep } from "./code-step";
import { PasswordStep } from "./password-step";

type Props = {
  /** Whose session it was, where one goes on: nobody else can sign in there. */
  email?: string;
  /** The password was given already; its code is still to come. */
  awaitsCode?: boolean;
  onDone: () => void;
};

/** E-mail and password, then a code where the account has a second factor. */
export function SignIn({ email, awaitsCode = false, onDone }: Props) {
  const [isAtCode, setIsAtCode] = useState(awaitsCode);
  if (isAtCode) return <CodeStep onDone={onDone} onAgain={() => setIsAtCode(false)} />;
  return (
    <PasswordStep
      {...(email === undefined ? {} : { email })}
      onNext={(secondFactor) => (secondFactor === "needed" ? setIsAtCode(true) : onDone())}
    />
  );
}
