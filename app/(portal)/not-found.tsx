import { MessagePage } from "@/app/_ui/message-page";
import { SearchForm } from "@/app/(portal)/_search/search-form";

export default function NotFound() {
  return (
    <MessagePage
      title="There is nothing at this address"
      lead="The place or the listing may go by another name, or have never been here. Search for it, or look around:"
    >
      <SearchForm />
    </MessagePage>
  );
}
