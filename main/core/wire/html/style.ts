/** The page's own style: readable anywhere, nothing fetched. */
export const pageStyle = `
body { margin: 0 auto; max-width: 42rem; padding: 1.5rem; font: 1.125rem/1.6 Georgia, serif; color: #1a1a1a; background: #fff; }
h1 { line-height: 1.2; }
figure { margin: 1.5rem 0; }
figure img { max-width: 100%; height: auto; }
figcaption, footer, .note, .share, .wire { font: 0.875rem/1.5 system-ui, sans-serif; color: #444; }
.note { border-inline-start: 0.25rem solid #b00; padding-inline-start: 0.75rem; }
blockquote { margin-inline: 1.5rem; font-style: italic; }
.box { border: 1px solid #bbb; padding: 0 1rem; }
table { border-collapse: collapse; }
th, td { border: 1px solid #bbb; padding: 0.25rem 0.5rem; text-align: start; }
.share ul { list-style: none; padding: 0; display: flex; gap: 1rem; flex-wrap: wrap; }
`;
