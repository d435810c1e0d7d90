/** Fields, dialogs, and short notes that go away. */
import {h, replace} from './dom.js';
import {inWords} from './states.js';
import {named, t} from './words.js';

let numbered = 0;

/** An input with its label and a hint. */
export function field(label, input, hint) {
  numbered += 1;
  input.id ||= `field-${numbered}`;
  if (hint) {
    input.setAttribute('aria-describedby', `${input.id}-hint`);
  }
  return h('div.field', [
    h('label', {for: input.id}, label),
    input,
    hint && h('p.hint', {id: `${input.id}-hint`}, hint),
  ]);
}

/** A choice; options are [value, label]. */
export function choice(options, value, attributes = {}) {
  const select = h('select', attributes, options.map(([key, label]) => h('option', {value: key, selected: key === value}, label)));
  return select;
}

/** Options of all values of a kind that have names. */
export const options = (kind, values, any) => [...(any ? [['', any]] : []), ...values.map((value) => [value, named(kind, value)])];

export const CATEGORIES = ['FRAUD', 'PII_REQUEST', 'IMPERSONATION', 'COLLECTION_ABUSIVE', 'GAMBLING_ADULT', 'LOAN_AD', 'ADVERT'];

/**
 * A form.
 *
 * @param submit takes the form's values by name; what it throws is shown in the form
 */
export function form(content, label, submit, ...others) {
  const note = h('p.form-note', {role: 'alert'});
  const button = h('button.primary', {type: 'submit'}, label);
  const element = h('form', {
    onsubmit: async (event) => {
      event.preventDefault();
      button.disabled = true;
      replace(note);
      try {
        await submit(Object.fromEntries(new FormData(element)), element);
      } catch (problem) {
        if (problem.status === undefined) {
          throw problem;
        }
        replace(note, inWords(problem));
      } finally {
        button.disabled = false;
      }
    },
  }, [content, note, h('div.buttons', [button, others])]);
  return element;
}

/**
 * A form in a dialog above the page.
 *
 * @param submit as of {@link form}; when it returns, the dialog closes
 */
export function dialog(title, content, label, submit) {
  numbered += 1;
  const id = `dialog-${numbered}`;
  const close = () => element.close();
  const element = h('dialog', {'aria-labelledby': id, onclose: () => element.remove()}, [
    h('div.dialog-head', [
      h('h2', {id}, title),
      h('button.bare', {type: 'button', 'aria-label': t('close'), onclick: close}, '✕'),
    ]),
    submit
      ? form(content, label, async (values, from) => {
        await submit(values, from);
        close();
      }, h('button', {type: 'button', onclick: close}, t('cancel')))
      : content,
  ]);
  document.body.append(element);
  element.showModal();
  return element;
}

/** A short note at the edge, read out by screen readers. */
export function note(text, kind = 'good') {
  let place = document.querySelector('.notes');
  if (!place) {
    place = h('div.notes', {role: 'status'});
    document.body.append(place);
  }
  const element = h(`p.note.${kind}`, text);
  place.append(element);
  setTimeout(() => element.remove(), 6000);
}

/** Shows what went wrong with something that has no form. */
export function noteProblem(problem) {
  if (problem.status === undefined) {
    throw problem;
  }
  note(inWords(problem), 'bad');
}

/** A file that the reader keeps. */
export function keep(blob, name) {
  const link = h('a', {href: URL.createObjectURL(blob), download: name});
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
