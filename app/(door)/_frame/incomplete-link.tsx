import { Notice } from "@/app/_ui/notice";

/** Half a link, as letters and chats sometimes leave of one. */
export function IncompleteLink() {
  return (
    <Notice tone="warning" title="This link is not complete">
      Copy all of it into the address bar, up to its last letter, or ask whoever sent it for another.
    </Notice>
  );
}
