# Sourced by bin/up, bin/test and bin/verandah: looks for Node, which alone can do the rest, and hands over to it.

root=$(CDPATH='' cd -P -- "$(dirname -- "$(readlink -f -- "$0" 2>/dev/null || printf '%s' "$0")")/.." && pwd -P) || exit 1

require_node() {
  if ! version=$(node --version 2>/dev/null); then
    echo "Verandah needs Node.js 20.19 or newer, and there is no node on the PATH. Get it from https://nodejs.org or your package manager." >&2
    exit 1
  fi
  numbers=${version#v}
  major=${numbers%%.*}
  rest=${numbers#*.}
  minor=${rest%%.*}
  if [ "$major" -lt 20 ] || { [ "$major" -eq 20 ] && [ "$minor" -lt 19 ]; }; then
    echo "Verandah needs Node.js 20.19 or newer, and $(command -v node) is $version. Get a newer one from https://nodejs.org or your package manager." >&2
    exit 1
  fi
}

launch() {
  require_node
  # Only the import command's own files are meant from where its user stands.
  if [ "$1" != verandah ]; then cd "$root" || exit 1; fi
  node "$root/bin/launcher/prepare.mjs" "$@"
  status=$?
  # 100: it has answered already (--help).
  if [ $status -eq 100 ]; then exit 0; fi
  if [ $status -ne 0 ]; then exit $status; fi
  program=$1
  shift
  # exec: signals and the exit code are those of the program itself.
  # A small young generation: an import of 20,000 listings takes 40 MB less, and no longer.
  TSX_TSCONFIG_PATH="$root/tsconfig.json" exec node --max-semi-space-size=4 \
    --import "$root/node_modules/tsx/dist/loader.mjs" --import "$root/bin/launcher/load-env.mjs" \
    --conditions=react-server "$root/bin/$program.ts" "$@"
}
