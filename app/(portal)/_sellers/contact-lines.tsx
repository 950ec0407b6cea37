import { Icon, type IconName } from "@/app/_ui/icon";

type Contact = {
  readonly phone: string | null;
  readonly email: string | null;
  readonly website?: string | null;
};

type Line = { readonly icon: IconName; readonly text: string; readonly href: string | null };

/** How somebody is reached; nothing where nothing is known. */
export function ContactLines({ contact }: { contact: Contact }) {
  const lines = linesOf(contact);
  if (lines.length === 0) return <p className="text-muted">No telephone number or address is known.</p>;
  return (
    <ul className="grid gap-1">
      {lines.map(({ icon, text, href }) => (
        <li key={icon} className="flex items-start gap-2.5 py-1">
          <Icon of={icon} className="mt-0.5 size-5 text-muted" />
          {href === null ? (
            <span className="wrap-anywhere">{text}</span>
          ) : (
            <a
              href={href}
              className="link wrap-anywhere"
              rel={icon === "globe" ? "nofollow noopener" : undefined}
            >
              {text}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

function linesOf({ phone, email, website = null }: Contact): readonly Line[] {
  return [
    ...(phone === null
      ? []
      : [{ icon: "phone", text: phone, href: `tel:${phone.replace(/[^+\d]/g, "")}` } as const]),
    ...(email === null ? [] : [{ icon: "mail", text: email, href: `mailto:${email}` } as const]),
    ...(website === null
      ? []
      : [{ icon: "globe", text: hostOf(website), href: webAddress(website) } as const]),
  ];
}

/** An address of the web, or null: what an import wrote there may be anything that a browser would run. */
function webAddress(website: string): string | null {
  return /^https?:\/\//i.test(website) && URL.canParse(website) ? website : null;
}

function hostOf(website: string): string {
  return webAddress(website) === null ? website : new URL(website).host;
}
