import { Notice } from "@/app/_ui/notice";

const COMMAND = 'bin/verandah user create --role administrator --email you@example.com --name "Your Name"';

export function FirstAdministrator() {
  return (
    <Notice title="Nobody can sign in yet">
      <p>
        Whoever runs the portal makes the first administrator on its machine. This prints a link for them:
      </p>
      <pre className="mt-2 whitespace-pre-wrap break-words rounded-small bg-surface px-3 py-2 text-sm">
        {COMMAND}
      </pre>
    </Notice>
  );
}
