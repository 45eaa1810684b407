// Draws a card for each title as satori and resvg do it: node satori.mjs PACKAGES FONT TITLES FOLDER
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [packages, font, titles, folder] = process.argv.slice(2);
const require = createRequire(join(packages, "package.json"));
const { default: satori } = require("satori");
const { Resvg } = require("@resvg/resvg-js");
const fonts = [{ name: "Sans", data: readFileSync(font), weight: 700, style: "normal" }];

const box = (style, children) => ({ type: "div", props: { style: { display: "flex", ...style }, children } });
const card = (title) =>
  box(
    {
      width: 1056,
      height: 486,
      padding: 72,
      flexDirection: "column",
      justifyContent: "space-between",
      color: "white",
      backgroundImage: "linear-gradient(135deg, #2b50d0, #7b4bd8)",
    },
    [
      box({ justifyContent: "space-between", fontSize: 30 }, [box({}, "まとめ"), box({}, "2025-02-05")]),
      box({ fontSize: 72, lineHeight: 1.27 }, title),
      box({ fontSize: 25 }, "AI LLM Rust"),
    ],
  );

for (const [number, title] of JSON.parse(readFileSync(titles, "utf8")).entries()) {
  const svg = await satori(card(title), { width: 1200, height: 630, fonts });
  writeFileSync(join(folder, `${number}.png`), new Resvg(svg).render().asPng());
}
