"""What browsers do to the elements we know before any author's sheet (HTML, section 15, "Rendering")."""

BROWSER_DEFAULTS = """
html, body, div, p, h1, h2, h3, h4, h5, h6, ul, ol, li, section, header, footer, main, article, figure, figcaption,
nav, aside, blockquote, dl, dt, dd, address, hgroup, hr {
  display: block;
}
li { display: list-item; }
head { display: none; }
[hidden] { display: none; }
[dir="ltr"] { direction: ltr; unicode-bidi: isolate; }
[dir="rtl"] { direction: rtl; unicode-bidi: isolate; }
body { margin: 8px; }
p { margin: 1em 0; }
h1 { font-size: 2em; margin: 0.67em 0; font-weight: bold; }
h2 { font-size: 1.5em; margin: 0.83em 0; font-weight: bold; }
h3 { font-size: 1.17em; margin: 1em 0; font-weight: bold; }
h4 { margin: 1.33em 0; font-weight: bold; }
h5 { font-size: 0.83em; margin: 1.67em 0; font-weight: bold; }
h6 { font-size: 0.67em; margin: 2.33em 0; font-weight: bold; }
ul, ol, dl { margin: 1em 0; }
ul, ol { padding-inline-start: 40px; }
ul { list-style: disc; }
ol { list-style: decimal; }
ul ul, ol ul { list-style: circle; }
ul ul ul, ul ol ul, ol ul ul, ol ol ul { list-style: square; }
ul ul, ul ol, ol ul, ol ol, dl dl, dl ul, dl ol, ul dl, ol dl { margin: 0; }
figure, blockquote { margin: 1em 40px; }
dd { margin-inline-start: 40px; }
hr { margin: 0.5em auto; border: 1px solid #808080; overflow: hidden; }
b, strong { font-weight: bolder; }
i, em, cite, dfn, var, address { font-style: italic; }
u, ins { text-decoration: underline; }
sub { vertical-align: sub; font-size: smaller; }
sup { vertical-align: super; font-size: smaller; }
small { font-size: smaller; }
mark { background-color: #ff0; color: #000; }
a[href] { color: #0000ee; text-decoration: underline; }
"""
