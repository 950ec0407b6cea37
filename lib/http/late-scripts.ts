/** A script that the framework has a browser load from a file while the page arrives. */
const FILE = /<script src="(\/_next\/static\/[^"&]+)" async=""><\/script>/g;
const PRELOAD = /<link rel="preload" as="script"[^>]*>/g;
const END = "</body></html>";

/**
 * A page whose scripts are not asked for until it has been painted: on a slow line they would share it with the styles, letters and
 * picture that somebody waits for, and on a slow telephone run in front of the paint. Nothing on a page needs them to be read or sent.
 */
export function loadScriptsLate(html: string): string {
  const files: string[] = [];
  const bare = html.replace(PRELOAD, "").replace(FILE, (_, file: string) => {
    files.push(file);
    return "";
  });
  if (files.length === 0 || !bare.endsWith(END)) return html;
  return `${bare.slice(0, -END.length)}<script>${loader([...new Set(files)])}</script>${END}`;
}

/**
 * Of what is never painted, because nobody looks at it, the scripts are loaded at once; of what cannot be known to be, after all else. A
 * picture that does not come is waited for three seconds.
 */
function loader(files: readonly string[]): string {
  return `{let files=${JSON.stringify(files)};
const load=()=>{for(const src of files)document.head.append(Object.assign(document.createElement("script"),{src,async:true}));files=[]};
const painted="first-contentful-paint";
const afterPicture=()=>{const first=document.querySelector("img[fetchpriority=high]");
if(!first||first.complete)load();else{first.addEventListener("load",load);setTimeout(load,3000)}};
if(document.hidden)load();
else try{new PerformanceObserver(seen=>{if(seen.getEntriesByName(painted).length)afterPicture()}).observe({type:"paint",buffered:true})}catch{}
addEventListener("visibilitychange",load);
addEventListener("load",()=>setTimeout(load,1000))}`;
}
