/**
 * Makes elements. Data only ever becomes text nodes and attribute values, never markup; there is no
 * other way in these pages to put anything into the document.
 */

const SVG = 'http://www.w3.org/2000/svg';

/** An HTML element: `h('a.button', {href: '#/', onclick: go}, 'text', child, [more])`. */
export function h(name, ...rest) {
  const [tag, ...classes] = name.split('.');
  return fill(document.createElement(tag), classes, rest);
}

/** The same of SVG. */
export function s(name, ...rest) {
  const [tag, ...classes] = name.split('.');
  return fill(document.createElementNS(SVG, tag), classes, rest);
}

function fill(element, classes, rest) {
  if (classes.length) {
    element.setAttribute('class', classes.join(' '));
  }
  const [first] = rest;
  if (isAttributes(first)) {
    rest.shift();
    for (const [key, value] of Object.entries(first)) {
      set(element, key, value);
    }
  }
  append(element, rest);
  return element;
}

function isAttributes(value) {
  return value !== null && typeof value === 'object' && !(value instanceof Node) && !Array.isArray(value);
}

function set(element, key, value) {
  if (value === undefined || value === null || value === false) {
    return;
  }
  if (key.startsWith('on')) {
    element.addEventListener(key.slice(2), value);
  } else if (key === 'class') {
    element.classList.add(...value.split(' ').filter(Boolean));
  } else if (key === 'value' || key === 'checked' || key === 'indeterminate') {
    element[key] = value;
  } else {
    element.setAttribute(key, value === true ? '' : value);
  }
}

/** Adds children: nodes, texts, numbers, lists of them; what is null or false is left out. */
export function append(parent, children) {
  for (const child of children.flat(Infinity)) {
    if (child !== undefined && child !== null && child !== false) {
      parent.append(child instanceof Node ? child : String(child));
    }
  }
}

/** Puts children in place of those that are there. */
export function replace(parent, ...children) {
  parent.replaceChildren();
  append(parent, children);
  return parent;
}

/** A list of children that belong together without an element of their own. */
export function together(...children) {
  const fragment = document.createDocumentFragment();
  append(fragment, children);
  return fragment;
}
