// satori: flex boxes to SVG; resvg: SVG to PNG.
import { Resvg } from "@resvg/resvg-js";
import satori from "satori";
import { tree } from "./card.mjs";
import { font, run } from "./timing.mjs";

const fonts = [500, 800].map((weight) => ({ name: "Manrope", weight, style: "normal", data: font(weight) }));
const element = (type, props) => ({ type, props });

await run("satori", async (card) => {
  const source = (name) => `data:image/svg+xml;base64,${Buffer.from(card[name]).toString("base64")}`;
  const nodes = {
    box: (style, children) => element("div", { style, children }),
    text: (children, style) => element("div", { style, children }),
    image: (name, style) => element("img", { src: source(name), width: style.width, height: style.height, style }),
  };
  const svg = await satori(tree(card, nodes), { width: 1080, height: 1350, fonts });
  return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
});
