/**
 * An editor of YAML: a plain text area, so that everything a browser can do with text works, above
 * a copy of the text in colours and with its faulty lines marked; the text area's own letters are
 * transparent. Lines never wrap, so that copy and text area agree.
 */
import {h, replace} from './dom.js';
import {t} from './words.js';

/** A line as pieces of text and coloured elements: comments, keys, quoted texts, numbers. */
function coloured(line) {
  const comment = line.match(/^(\s*)(#.*)$/);
  if (comment) {
    return [comment[1], h('span.comment', comment[2])];
  }
  const pieces = [];
  const pattern = /("(?:[^"\\]|\\.)*"|'[^']*')|(\s#.*$)|([\w.-]+)(?=:(?:\s|$))|(?<![\w.-])(-?\d+(?:\.\d+)?)(?![\w.-])/g;
  let from = 0;
  for (const match of line.matchAll(pattern)) {
    pieces.push(line.slice(from, match.index));
    const kind = match[1] ? 'quoted' : match[2] ? 'comment' : match[3] ? 'name' : 'digits';
    pieces.push(h(`span.${kind}`, match[0]));
    from = match.index + match[0].length;
  }
  pieces.push(line.slice(from));
  return pieces;
}

/**
 * The editor.
 *
 * @param label what it is called
 * @param changed called with the text on each change
 */
export function editor(label, text, changed) {
  const gutter = h('div.gutter', {'aria-hidden': 'true'});
  const copy = h('pre.copy', {'aria-hidden': 'true'});
  const area = h('textarea', {
    id: 'rules-yaml', spellcheck: 'false', autocapitalize: 'off', autocomplete: 'off', wrap: 'off', 'aria-label': label, 'aria-describedby': 'rules-errors',
    onscroll: () => follow(),
    oninput: () => {
      draw();
      changed(area.value);
    },
    onkeydown: (event) => {
      if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !event.isComposing) {
        indent(event);
      }
    },
  });
  let faults = new Map();
  let lines = [];
  const follow = () => {
    copy.style.transform = `translate(${-area.scrollLeft}px, ${-area.scrollTop}px)`;
    gutter.firstChild?.style.setProperty('transform', `translateY(${-area.scrollTop}px)`);
  };
  const draw = () => {
    lines = area.value.split('\n');
    replace(copy, lines.map((line, i) => h(`div.row${faults.has(i + 1) ? '.faulty' : ''}`, [coloured(line), '\n'])));
    replace(gutter, h('div', lines.map((_, i) => h(`div${faults.has(i + 1) ? '.faulty' : ''}`, {title: faults.get(i + 1)}, i + 1))));
    follow();
  };
  /** A new line begins where the one before began, or a step further in after a colon. */
  const indent = (event) => {
    event.preventDefault();
    const before = area.value.slice(0, area.selectionStart);
    const line = before.slice(before.lastIndexOf('\n') + 1);
    const space = line.match(/^\s*/)[0] + (/:\s*$/.test(line) ? '  ' : '');
    // Keeps the browser's own undo, which setting the value would lose.
    if (!document.execCommand('insertText', false, `\n${space}`)) {
      area.setRangeText(`\n${space}`, area.selectionStart, area.selectionEnd, 'end');
      area.dispatchEvent(new Event('input'));
    }
  };
  area.value = text;
  draw();
  return {
    element: h('div.editor', [gutter, h('div.paper', [copy, area])]),
    get text() { return area.value; },
    set text(value) {
      area.value = value;
      faults = new Map();
      draw();
      changed(value);
    },
    /** Marks what is wrong: each {line, column, message}. */
    mark: (errors) => {
      faults = new Map(errors.map((error) => [error.line, error.message]));
      area.setAttribute('aria-invalid', String(errors.length > 0));
      draw();
    },
    /** Puts the cursor at a place. */
    goTo: (line, column) => {
      const at = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + Math.max(0, column - 1);
      area.focus();
      area.setSelectionRange(at, at);
      area.scrollTop = Math.max(0, (line - 5) * parseFloat(getComputedStyle(area).lineHeight));
      follow();
    },
    describe: (count) => area.setAttribute('aria-label', count ? `${label}, ${t('rules.faults', count)}` : label),
  };
}
