/** What somebody may write or paste in order to run something on another's page. Each would set `globalThis.ran`. */
export const hostile = [
  "<script>globalThis.ran=1</script>",
  "<img src=x onerror=globalThis.ran=1>",
  "<svg onload=globalThis.ran=1><circle/></svg>",
  "<svg><script>globalThis.ran=1</script></svg>",
  "<math><mtext><table><mglyph><style><img src=x onerror=globalThis.ran=1></style></mglyph></table></mtext></math>",
  '<a href="javascript:globalThis.ran=1">press</a>',
  '<a href=" java&#10;script:globalThis.ran=1">press</a>',
  '<a href="data:text/html,<script>globalThis.ran=1</script>">press</a>',
  '<a href="https://example.org" onclick="globalThis.ran=1">press</a>',
  '<iframe srcdoc="<script>parent.ran=1</script>"></iframe>',
  '<object data="data:text/html,<script>parent.ran=1</script>"></object>',
  '<form action="javascript:globalThis.ran=1"><button>press</button></form>',
  '<details open ontoggle="globalThis.ran=1"><summary>a</summary></details>',
  '<p style="background:url(javascript:globalThis.ran=1)">styled</p>',
  "<template><script>globalThis.ran=1</script></template>",
  '<span data-mention="x" data-label="<img src=x onerror=globalThis.ran=1>">@somebody</span>',
  "<blockquote data-revision='x' data-segments='[{\"quote\":\"<img src=x onerror=globalThis.ran=1>\"}]'>q</blockquote>",
  '"><img src=x onerror=globalThis.ran=1>',
  "[press](javascript:globalThis.ran=1)",
  "{{constructor.constructor('globalThis.ran=1')()}}",
  "\u202e<script>globalThis.ran=1</script>",
] as const;

/** Links by which something would run, whoever wrote them. */
export const hostileAddresses = [
  "javascript:globalThis.ran=1",
  "JaVaScRiPt:globalThis.ran=1",
  "\u0001javascript:globalThis.ran=1",
  "java\tscript:globalThis.ran=1",
  "data:text/html,<script>globalThis.ran=1</script>",
  "vbscript:globalThis.ran=1",
  "blob:https://example.org/1",
  "//example.org",
  "/api/v1/me",
] as const;
