import { Notice } from "@/app/_ui/notice";

export function PlainHttp() {
  return (
    <Notice tone="warning" title="You cannot sign in at this address">
      It begins with http://, so what you type could be read on the way. Use the address of the portal that
      begins with https://, or http://localhost on the machine itself.
    </Notice>
  );
}
