package io.smswarden.filter.rule;

import io.smswarden.filter.signal.SignalTable;
import io.smswarden.filter.verdict.Category;
import io.smswarden.filter.verdict.Finding;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An operator's rules, lists and thresholds, compiled. Immutable and safe for use by many threads,
 * each of which matches through its own {@link RuleMatcher}.
 */
public final class RuleSet {

  /** Code of the finding that an entry of the allow list makes. */
  public static final String ALLOW_LIST = "ALLOW_LIST";

  /** Code of the finding that an entry of the block list makes. */
  public static final String BLOCK_LIST = "BLOCK_LIST";

  /** Code of the finding that tells of a rule that could not be evaluated. */
  public static final String RULE_FAILED = "RULE_FAILED";

  /** No rules at all; its version is empty. */
  public static final RuleSet NONE =
      new RuleSet(
          "",
          "",
          new Content("CN", List.of(), new SignalTable.Cap(0, 0), Map.of(), List.of(), List.of()),
          List.of(),
          0,
          0);

  /**
   * What a rule set says.
   *
   * @param home ISO 3166-1 code of the operator's country
   * @param rules in order
   * @param cap bounds of what the rules' weights add together
   * @param thresholds of categories, in place of the signal table's
   * @param allow the allow list
   * @param block the block list
   */
  record Content(
      String home,
      List<Rule> rules,
      SignalTable.Cap cap,
      Map<Category, SignalTable.Threshold> thresholds,
      List<ListEntry> allow,
      List<ListEntry> block) {}

  private final String version;
  private final String signals;
  private final Content content;
  private final Literals literals;
  private final int regexes;
  private final RuleIndex index;
  private final AccessList allow;
  private final AccessList block;
  private final Set<String> codes = new HashSet<>();

  RuleSet(
      String version,
      String signals,
      Content content,
      List<Literal> literals,
      int regexes,
      int signalRows) {
    this.version = version;
    this.signals = signals;
    this.content = content;
    this.literals = new Literals(literals);
    this.regexes = regexes;
    this.index = new RuleIndex(content.rules, literals.size(), signalRows);
    this.allow = new AccessList(content.allow);
    this.block = new AccessList(content.block);
    content.rules.forEach(rule -> codes.add(rule.code()));
    codes.addAll(reserved());
  }

  /**
   * Compiles a rule set.
   *
   * @param yaml as {@code deploy/rules/README.md} describes it
   * @param table the signals that its rules may speak of
   * @throws RuleSetException with all faults, when there is one
   */
  public static RuleSet read(String yaml, SignalTable table) {
    return new RuleSetReader(table).read(yaml);
  }

  /**
   * Makes later calls of {@link #read} fast: without it the first large rule set of a process takes
   * several times as long as the next. Takes a second or two itself, so it belongs beside the start
   * of an instance, in a thread of its own.
   */
  public static void warmUp(SignalTable table) {
    WarmUp.run(table);
  }

  /** The author's label and a hash of the YAML; empty when there are no rules. */
  public String version() {
    return version;
  }

  /** The rules in order. */
  public List<Rule> rules() {
    return content.rules;
  }

  /** Entries of the allow and block lists together. */
  public int listed() {
    return allow.size() + block.size();
  }

  /** Thresholds in place of the signal table's. */
  public Map<Category, SignalTable.Threshold> thresholds() {
    return content.thresholds;
  }

  /** Version of the signal table that it was compiled for; empty when for any. */
  public String signals() {
    return signals;
  }

  /** A matcher for one thread. */
  public RuleMatcher matcher() {
    return new RuleMatcher(this);
  }

  /** Whether a finding is of one of these rules or lists. */
  public boolean made(Finding finding) {
    return codes.contains(finding.code());
  }

  /** The log-odds that findings of these rules add; those of signals are passed over. */
  public double logOdds(List<Finding> findings) {
    return content.cap.clamp(
        findings.stream().filter(this::made).mapToDouble(f -> f.strength() * f.weight()).sum());
  }

  static Set<String> reserved() {
    return Set.of(ALLOW_LIST, BLOCK_LIST, RULE_FAILED);
  }

  static Finding failure(Rule rule) {
    return new Finding(
        RULE_FAILED,
        Category.NORMAL,
        1,
        0,
        0,
        0,
        "规则 " + rule.code() + " 执行出错",
        "rule " + rule.code() + " failed");
  }

  boolean isEmpty() {
    return content.rules.isEmpty() && listed() == 0;
  }

  String home() {
    return content.home;
  }

  SignalTable.Cap cap() {
    return content.cap;
  }

  Literals literals() {
    return literals;
  }

  int regexes() {
    return regexes;
  }

  RuleIndex index() {
    return index;
  }

  AccessList allowList() {
    return allow;
  }

  AccessList blockList() {
    return block;
  }
}
