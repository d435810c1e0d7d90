/** A sender, its campaigns around it, and the senders that it shares them with. */
import {h, s} from './dom.js';
import {part} from './api.js';
import {t} from './words.js';

const WIDTH = 560;
const HEIGHT = 320;
const MOST = 18;

/**
 * The picture; every node is a link.
 *
 * @param related each {sender, campaign}
 */
export function network(sender, campaigns, related) {
  const shown = campaigns.slice(0, 5);
  const others = related.filter((one) => shown.includes(one.campaign));
  const drawn = others.slice(0, MOST);
  const middle = {x: WIDTH / 2, y: HEIGHT / 2};
  const lines = [];
  const nodes = [];
  const share = drawn.length + shown.length;
  let turn = -Math.PI / 2;
  for (const id of shown) {
    const senders = drawn.filter((one) => one.campaign === id);
    // A campaign takes as much of the circle as it has senders.
    const arc = 2 * Math.PI * (senders.length + 1) / share;
    const at = around(middle, turn + arc / 2, shown.length === 1 && drawn.length === 0 ? 110 : 96, 70);
    lines.push(line(middle, at));
    nodes.push(campaignNode(id, at));
    senders.forEach((one, i) => {
      const place = around(middle, turn + arc * (i + 1) / (senders.length + 1), 225, 134);
      lines.push(line(at, place));
      nodes.push(senderNode(one.sender, place));
    });
    turn += arc;
  }
  const label = t('network.label', campaigns.length, related.length);
  return h('figure.network', [
    s('svg', {viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'group', 'aria-label': label},
      [lines, nodes, s('circle.node.self', {cx: middle.x, cy: middle.y, r: 9}, s('title', sender)), text(sender, middle.x, middle.y - 16, 'self')]),
    others.length > drawn.length && h('figcaption', t('network.more', others.length - drawn.length)),
  ]);
}

const around = (middle, angle, rx, ry) => ({x: middle.x + rx * Math.cos(angle), y: middle.y + ry * Math.sin(angle)});

const line = (a, b) => s('line.edge', {x1: a.x, y1: a.y, x2: b.x, y2: b.y});

function text(words, x, y, kind) {
  return s(`text.${kind}`, {x: Math.max(44, Math.min(WIDTH - 44, x)), y: Math.min(HEIGHT - 4, y), 'text-anchor': 'middle'}, words);
}

function campaignNode(id, {x, y}) {
  return s('a', {href: `#/campaign/${part(id)}`, 'aria-label': `${t('campaign')} ${id}`}, [
    s('rect.node.campaign', {x: x - 7, y: y - 7, width: 14, height: 14, rx: 3}),
    s('title', id), text(id.length > 10 ? `${id.slice(0, 9)}…` : id, x, y + 20, 'name'),
  ]);
}

function senderNode(id, {x, y}) {
  return s('a', {href: `#/sender/${part(id)}`, 'aria-label': `${t('sender')} ${id}`}, [
    s('circle.node', {cx: x, cy: y, r: 5}), s('title', id), text(id, x, y + 16, 'name'),
  ]);
}
