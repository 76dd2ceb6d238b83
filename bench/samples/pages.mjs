/** Bytes in a code page of one byte a letter: Latin as it is, and the letters of Arabic that windows-1256 has. */
const arabic = "ءآأؤإئابةتثجحخدذرزسشصض".split("");
export const windows1256 = (text) =>
  Buffer.from(
    [...text].map((letter) => {
      const code = letter.codePointAt(0) ?? 0;
      if (code < 0x80) return code;
      const at = arabic.indexOf(letter);
      if (at >= 0) return 0xc1 + at;
      const more = { ط: 0xd8, ظ: 0xd9, ع: 0xda, غ: 0xdb, ـ: 0xdc, ف: 0xdd, ق: 0xde, ك: 0xdf };
      const last = { ل: 0xe1, م: 0xe3, ن: 0xe4, ه: 0xe5, و: 0xe6, ى: 0xec, ي: 0xed, "،": 0xa1 };
      const found = more[letter] ?? last[letter];
      if (found === undefined) throw new Error(`No byte for ${letter}.`);
      return found;
    }),
  );

/** Quoted-printable (RFC 2045, 6.7) with lines of at most 76 characters. */
export function quotedPrintable(bytes) {
  const signs = [...bytes].map((byte) => {
    if (byte === 0x0a) return "\r\n";
    const plain = byte >= 0x20 && byte < 0x7f && byte !== 0x3d;
    return plain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  });
  let line = 0;
  return signs
    .map((sign) => {
      if (sign === "\r\n") line = 0;
      else if (line + sign.length > 75) {
        line = sign.length;
        return `=\r\n${sign}`;
      } else line += sign.length;
      return sign;
    })
    .join("");
}

const lines = (...all) => all.join("\r\n");

const part = (headers, body) => lines(...headers, "", body);

const message = (headers, boundary, parts, end = true) =>
  Buffer.from(
    lines(...headers, "", "", ...parts.flatMap((each) => [`--${boundary}`, each]), end ? `--${boundary}--` : "", ""),
    "latin1",
  );

const article = `<!doctype html><html lang="en"><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"><title>Shelling near Ithriya – Hama Post</title></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a> <a href="/about">About us and all who write for this paper every day</a></nav>
<article><h1>Shelling near Ithriya</h1><p>Government forces <em>shelled</em> the road to Ithriya – “al-ʿAṭšān” – on Monday = the third of July, residents said by phone. Nobody was hurt, as far as they knew that evening.</p>
<p>The road, which leads from Salamiyah to Khanasir, was closed until the next morning. قصفت القوات الطريق. <a href="/more">More on this</a> follows tomorrow, the paper wrote.</p><img src="https://post.example/road.jpg" alt="The road"></article>
<iframe src="cid:frame-1@mhtml.blink"></iframe><footer>All rights reserved by the Hama Post and those who write for it.</footer></body></html>`;

const blink = (end) =>
  message(
    [
      "From: <Saved by Blink>",
      "Snapshot-Content-Location: https://post.example/news/ithriya",
      "Subject: =?utf-8?Q?Shelling=20near=20Ithriya=20=E2=80=93=20Hama=20Post?=",
      "Date: Mon, 4 Jul 2017 10:00:00 -0000",
      "MIME-Version: 1.0",
      'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----MultipartBoundary--abc----"',
    ],
    "----MultipartBoundary--abc----",
    [
      part(
        [
          "Content-Type: text/html",
          "Content-ID: <frame-1@mhtml.blink>",
          "Content-Transfer-Encoding: quoted-printable",
          "Content-Location: https://ads.example/",
        ],
        quotedPrintable(Buffer.from("<html><body><p>Buy this.</p></body></html>")),
      ),
      part(
        [
          "Content-Type: text/html",
          "Content-ID: <frame-0@mhtml.blink>",
          "Content-Transfer-Encoding: quoted-printable",
          "Content-Location: https://post.example/news/ithriya",
        ],
        quotedPrintable(Buffer.from(article)),
      ),
      part(
        [
          "Content-Type: image/jpeg",
          "Content-Transfer-Encoding: base64",
          "Content-Location: https://post.example/road.jpg",
        ],
        "/9j/4AAQSkZJRgABAQ==",
      ),
    ],
    end,
  );

const old = message(
  [
    "From: <Saved by Windows Internet Explorer>",
    "Subject: Shelling",
    "MIME-Version: 1.0",
    'Content-Type: multipart/related; type="text/html"; start="<one@page>"; boundary="=_Next"',
  ],
  "=_Next",
  [
    part(["Content-Type: text/css", "Content-Location: style.css"], "p { color: red }"),
    part(
      [
        'Content-Type: text/html; charset="windows-1256"',
        "Content-ID: <one@page>",
        "Content-Transfer-Encoding: base64",
        "Content-Location: file://C:/page.htm",
      ],
      windows1256("<html><body><p>قصفت القوات الطريق إلى عقيربات، صباح الاثنين.</p><p>Second.</p></body></html>")
        .toString("base64")
        .replace(/.{60}/g, "$&\r\n"),
    ),
  ],
);

export const files = {
  "saved.mhtml": blink(true),
  "saved-arabic.mht": old,
  "saved-cut-off.mhtml": blink(false),
  "saved-alone.mht": Buffer.from(
    part(
      ["Content-Type: text/html; charset=iso-8859-15", "Content-Transfer-Encoding: 8bit", "Subject: Alone"],
      "<p>Ten \xa4, by phone.</p>",
    ),
    "latin1",
  ),
  "saved-no-page.mht": message(["MIME-Version: 1.0", 'Content-Type: multipart/related; boundary="b"'], "b", [
    part(["Content-Type: image/gif", "Content-Transfer-Encoding: base64"], "R0lGODlhAQABAAAAACw="),
  ]),
};
