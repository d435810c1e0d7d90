package io.smswarden.filter.rule;

import com.google.re2j.Matcher;
import io.smswarden.filter.Message;
import io.smswarden.filter.SenderId;
import io.smswarden.filter.signal.Observations;
import io.smswarden.filter.signal.PhraseTrie;
import io.smswarden.filter.text.Links;
import io.smswarden.filter.text.MappedText;
import io.smswarden.filter.text.TextViews;
import java.util.Optional;

/**
 * What rules ask of one message at a time, in buffers that are used again. What is costly is found
 * out when a rule asks for it. Not safe for use by many threads.
 */
final class Facts {

  private static final long NO_SPAN = Long.MAX_VALUE;

  /** Takes the literals that are in a message, each once. */
  interface Sink {

    void found(int literal);
  }

  private final PhraseTrie.Found found = new PhraseTrie.Found();
  private final String home;
  private final Sink sink;
  private final int[] generations;
  private final int[] begins;
  private final int[] ends;
  private final Matcher[] matchers;
  private int generation;
  private Message message = Message.of("");
  private TextViews views = new TextViews();
  private Observations seen = new Observations();
  private long span = NO_SPAN;

  Facts(RuleSet rules, Sink sink) {
    this.home = rules.home();
    this.sink = sink;
    this.generations = new int[rules.literals().size()];
    this.begins = new int[generations.length];
    this.ends = new int[generations.length];
    this.matchers = new Matcher[rules.regexes()];
  }

  void begin(Message next, TextViews itsViews, Observations observed) {
    generation++;
    message = next;
    views = itsViews;
    seen = observed;
  }

  Message message() {
    return message;
  }

  TextViews views() {
    return views;
  }

  /** Room for what is found in a view. */
  PhraseTrie.Found found() {
    return found;
  }

  /** Takes what is found in a view. */
  PhraseTrie.Hits<Literal[]> hitsIn(Literal.View view) {
    return view == Literal.View.CLASSES ? classes : digits;
  }

  private final PhraseTrie.Hits<Literal[]> classes =
      (begin, end, literals) -> hit(Literal.View.CLASSES, begin, end, literals);
  private final PhraseTrie.Hits<Literal[]> digits =
      (begin, end, literals) -> hit(Literal.View.DIGITS, begin, end, literals);

  private void hit(Literal.View view, int begin, int end, Literal[] literals) {
    for (Literal literal : literals) {
      int id = literal.id();
      if (literal.view() == view
          && generations[id] != generation
          && literal.fits(view.of(views), begin, end)) {
        generations[id] = generation;
        begins[id] = begin;
        ends[id] = end;
        sink.found(id);
      }
    }
  }

  /** Whether a literal is in the message. */
  boolean has(Literal literal) {
    return generations[literal.id()] == generation;
  }

  /** The same; if it is, its place belongs to the span. */
  boolean found(Literal literal) {
    if (!has(literal)) {
      return false;
    }
    add(literal.view().of(views), begins[literal.id()], ends[literal.id()]);
    return true;
  }

  /** Whether a regex matches; if it does, its match belongs to the span. */
  boolean matches(RegexCondition regex) {
    MappedText text = Literal.View.DIGITS.of(views);
    Matcher matcher = matchers[regex.id()];
    if (matcher == null) {
      matcher = regex.pattern().matcher(text);
      matchers[regex.id()] = matcher;
    } else {
      matcher.reset(text);
    }
    if (!matcher.find()) {
      return false;
    }
    if (matcher.end() > matcher.start()) {
      add(text, matcher.start(), matcher.end());
    }
    return true;
  }

  /** Whether a signal fired with at least this strength; if it did, its place is in the span. */
  boolean fired(int row, double least) {
    for (int i = 0; i < seen.count(); i++) {
      if (seen.row(i) == row && seen.strength(i) >= least) {
        if (seen.end(i) > seen.start(i)) {
          add(seen.start(i), seen.end(i));
        }
        return true;
      }
    }
    return false;
  }

  int links() {
    return views.links().count();
  }

  /** The host of a link. */
  String host(int link) {
    Links links = views.links();
    return views.folded().subSequence(links.hostStart(link), links.hostEnd(link)).toString();
  }

  /** The link's host belongs to the span. */
  void addLink(int link) {
    Links links = views.links();
    add(views.folded(), links.hostStart(link), links.hostEnd(link));
  }

  SenderId.Form senderForm() {
    return message.sender().orElseThrow().form(home);
  }

  Optional<String> senderRegion() {
    return message.sender().orElseThrow().region();
  }

  /** Start and end of all that was found since {@link #clearSpan}, the end in the low 32 bits. */
  long span() {
    return span;
  }

  /** Puts back an earlier span. */
  void span(long earlier) {
    span = earlier;
  }

  void clearSpan() {
    span = NO_SPAN;
  }

  int spanStart() {
    return span == NO_SPAN ? 0 : (int) (span >>> 32);
  }

  int spanEnd() {
    return span == NO_SPAN ? 0 : (int) span;
  }

  private void add(MappedText text, int begin, int end) {
    add(text.start(begin), text.end(end - 1));
  }

  private void add(int start, int end) {
    boolean first = span == NO_SPAN;
    long from = first ? start : Math.min(start, spanStart());
    long to = first ? end : Math.max(end, spanEnd());
    span = from << 32 | to;
  }
}
