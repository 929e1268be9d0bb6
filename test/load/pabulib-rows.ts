/**
 * Splits `;`-separated text into rows of cells as Python's csv does, which wrote the files: quotes count only at the
 * start of a cell, a doubled quote stands for one, and a quoted cell may hold separators and line breaks.
 */
export function splitRows(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at < text.length) {
    const cell = readCell(text, at);
    row.push(cell.text);
    at = cell.end;
    if (text[at] === ';') {
      at += 1;
      if (at === text.length) row.push('');
      else continue;
    }
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n') at += 1;
  }
  return rows;
}

function readCell(text: string, start: number): { text: string; end: number } {
  let quoted = '';
  let at = start;
  if (text[at] === '"') {
    at += 1;
    for (;;) {
      const close = text.indexOf('"', at);
      if (close < 0) throw new Error(`A quoted cell is never closed: ${text.slice(start, start + 60)}`);
      quoted += text.slice(at, close);
      at = close + 1;
      if (text[at] !== '"') break;
      quoted += '"';
      at += 1;
    }
  }
  let end = at;
  while (end < text.length && text[end] !== ';' && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return { text: quoted + text.slice(at, end), end };
}
