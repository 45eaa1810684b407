"""A post with something to mend, and what it is when that was done."""

POST = "content/posts/broken.md"
FRONT = "+++\r\ntitle = '質問'\r\ndate = '2025-02-05T00:00:00'\r\n# why\r\n+++\r\n"
BODY = (
    '{{<matomeQuote body="一行目<br＞二行目 " userName="ann" createdAt="" color="">}}\r\n'
    '{{<matomeQuote body="<a href=”https://example.org/”>ここ</a>" userName="bob">}}\r\n'
    '{{<matomeQuote body="" userName="eve">}}'
)
MENDED = BODY.replace("<br＞", "<br>").replace("目 ", "目")
OPTIONS = ("--select", "T103,T104,T402,Q103", "--color", "never")
