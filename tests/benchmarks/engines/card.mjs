// The portrait picture as a tree of flex boxes. `box`, `text` and `image` make the nodes of one engine.
const ink = "#0b1f3a", soft = "#24344f", mute = "#4f5b70", paper = "#fffbf2", wash = "#f4ecdc";
const warn = "#c8102e", mark = "#ffc72c", safe = "#0b6e4f", white = "#ffffff";

export function tree(card, { box, text, image }) {
  const row = (style, children) => box({ display: "flex", ...style }, children);
  const column = (style, children) => row({ flexDirection: "column", ...style }, children);
  const words = (content, size, color, more = {}) =>
    text(content, { fontSize: size, color, fontWeight: 500, lineHeight: 1.36, ...more });
  const strong = (content, size, color, more = {}) => words(content, size, color, { fontWeight: 800, ...more });
  const disc = (size, color, child) =>
    row({ width: size, height: size, borderRadius: size / 2, backgroundColor: color, flexShrink: 0, alignItems: "center", justifyContent: "center" }, child);

  // As our style sheet chooses: long headlines start smaller.
  const headline = card.title.length <= 22 ? 104 : card.title.length > 34 ? 78 : 90;
  return column({ width: 1080, height: 1350, backgroundColor: paper, fontFamily: "Manrope", color: ink }, [
    row({ height: 48, flexShrink: 0, paddingLeft: 64, alignItems: "center", backgroundColor: mark }, [strong(card.strip, 26, ink)]),
    column({ flexShrink: 0, padding: "36px 64px 0 64px" }, [
      row({ alignItems: "center", justifyContent: "space-between" }, [
        row({ alignItems: "center", padding: "11px 26px 11px 20px", borderRadius: 12, backgroundColor: warn }, [
          image("tag-svg", { width: 36, height: 36 }),
          strong(card.tag, 32, white, { marginLeft: 14, letterSpacing: 2, lineHeight: 1.25 }),
        ]),
        words(card.publisher, 26, mute, { maxWidth: 300, textAlign: "right", lineHeight: 1.25 }),
      ]),
      strong(card.title, headline, ink, { marginTop: 32, lineHeight: 1.06, letterSpacing: headline * -0.025 }),
    ]),
    column({ flexGrow: 1, justifyContent: "space-around", padding: "30px 64px 30px 64px" }, [
      column({ padding: "18px 24px 24px 24px", borderRadius: 28, backgroundColor: wash }, [
        row({ alignItems: "center", marginBottom: 12 }, [disc(44, "#a89b80", []), words(card.sender, 28, mute, { marginLeft: 14 })]),
        row({ flexWrap: "wrap", padding: "14px 28px 16px 28px", borderRadius: 28, backgroundColor: white },
          card.lure.map(([word, marked]) => marked
            ? strong(word, 36, ink, { backgroundColor: mark, borderRadius: 6, padding: "0 4px 0 4px", marginRight: 8 })
            : words(word, 36, ink, { marginRight: 10 }))),
      ]),
      column({}, card.signs.map(([title, sentence], index) =>
        row({ alignItems: sentence ? "flex-start" : "center", marginTop: 18 }, [
          disc(64, warn, [strong(String(index + 1), 34, white)]),
          column({ marginLeft: 24, flexGrow: 1, flexShrink: 1, width: 860 },
            [strong(title, 42, ink, { lineHeight: 1.15 }), ...(sentence ? [words(sentence, 32, soft)] : [])]),
        ]))),
    ]),
    column({ flexShrink: 0, padding: "0 64px 36px 64px" }, [
      row({ alignItems: "center", justifyContent: "space-between", padding: "18px 22px 18px 36px", borderRadius: 28, backgroundColor: safe }, [
        column({}, [
          row({ alignItems: "center" }, [image("label-svg", { width: 34, height: 34 }), strong(card.label, 28, white, { marginLeft: 12 })]),
          strong(card.value, 80, white, { lineHeight: 1.1 }),
          ...(card.who ? [words(card.who, 27, white)] : []),
          words(card.where, 27, white),
        ]),
        image("code-svg", { width: 176, height: 176 }),
      ]),
      row({ justifyContent: "space-between", marginTop: 20 }, [
        words(card.from, 26, mute, { maxWidth: 520, lineHeight: 1.25 }), words(card.imprint, 26, mute, { lineHeight: 1.25 }),
      ]),
    ]),
  ]);
}
