// takumi: Rust, its own layout and raster.
import { Renderer } from "@takumi-rs/core";
import { tree } from "./card.mjs";
import { font, run } from "./timing.mjs";

const renderer = new Renderer();
for (const weight of [500, 800]) await renderer.registerFont({ name: "Manrope", weight, style: "normal", data: font(weight) });
const nodes = {
  box: (style, children) => ({ type: "container", style, children }),
  text: (content, style) => ({ type: "text", text: content, style }),
  image: (src, style) => ({ type: "image", src, style }),
};
const encoder = new TextEncoder();

await run("takumi", (card) => {
  const images = ["tag-svg", "label-svg", "code-svg"].map((src) => ({ src, data: encoder.encode(card[src]) }));
  return renderer.render(tree(card, nodes), { width: 1080, height: 1350, format: "png", images });
});
