package io.smswarden.app.command.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.smswarden.app.command.EvaluateCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReportTest {

  /** A fraud labelled ham and a chat labelled spam, so that both are shown as errors. */
  private static final String LABELLED =
      """
      spam\tours:LOAN_AD\t无抵押信用贷款，当天放款，最高50万，详询13900000000
      ham\tours\t澳门葡京真人荷官，首存送彩金88元，开户 http://abc123.vip 客服13912345678
      spam\ttheirs\t妈，晚上不回家吃饭了
      ham\ttheirs\t会议改到3月5日下午三点，地点不变
      """;

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int evaluate(String... arguments) {
    return new CommandLine(new EvaluateCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }

  private String page(String labelled, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("messages.tsv"), labelled);
    Path directory = folder.resolve("new").resolve("report");
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.addAll(List.of("--report", directory.toString(), file.toString()));
    assertThat(evaluate(arguments.toArray(String[]::new))).isZero();
    assertThat(err.toString()).contains(directory.resolve("index.html").toString());
    return Files.readString(directory.resolve("index.html"));
  }

  private static String only(String regex, String text) {
    Matcher matcher = Pattern.compile(regex, Pattern.DOTALL).matcher(text);
    assertThat(matcher.find()).as(regex).isTrue();
    String found = matcher.group(1);
    assertThat(matcher.find()).as("more than one " + regex).isFalse();
    return found;
  }

  @Test
  void showsErrorsWithTheirReasonsApartFromTheRest() throws IOException {
    String page = page(LABELLED);
    assertThat(page).contains("messages.tsv:2", "messages.tsv:3");
    assertThat(page).doesNotContain("messages.tsv:1<", "messages.tsv:4<");
    assertThat(page).contains("<code>GAMBLING").contains("<mark class=\"against\"");
  }

  @Test
  void aScriptInAMessageStaysText() throws IOException {
    String script = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&amp;";
    String page =
        page(
            LABELLED
                + "ham\town\t澳门葡京真人荷官，首存送彩金88元，开户 http://abc123.vip "
                + script
                + "\n"
                + "ham\t<script>alert(3)</script>\"\t好的，明天见\n");
    assertThat(page).doesNotContain("<script>alert", "<img");
    assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&amp;amp;");
    assertThat(page).contains("&lt;script&gt;alert(3)");
  }

  @Test
  void onlyItsOwnScriptAndStyleMayRun() throws Exception {
    String page = page(LABELLED);
    String policy =
        only("Content-Security-Policy\" content=\"([^\"]*)\"", page).replace("&#39;", "'");
    assertThat(policy)
        .contains("default-src 'none'")
        .contains("script-src '" + hash(only("<script>(.*?)</script>", page)) + "'")
        .contains("style-src '" + hash(only("<style>(.*?)</style>", page)) + "'");
    assertThat(page.replaceAll("(?s)<script>.*?</script>", ""))
        .doesNotContain(" style=", " src=", " href=", "@import", "url(", "onload");
  }

  private static String hash(String source) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(source.getBytes(StandardCharsets.UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }

  @Test
  void masksNumbersUnlessTold() throws IOException {
    assertThat(page(LABELLED)).contains("139••••••••").doesNotContain("13912345678");
    assertThat(page(LABELLED, "--unmasked")).contains("13912345678").doesNotContain("139•");
  }

  @Test
  void saysAtItsHeadThatItHoldsRealMessages() throws IOException {
    String page = page(LABELLED);
    assertThat(page.indexOf("本报告含有真实短信内容")).isBetween(0, page.indexOf("<h2>"));
    assertThat(page.indexOf("This report holds real messages")).isBetween(0, page.indexOf("<h2>"));
  }

  @Test
  void speaksBothLanguagesEverywhere() throws IOException {
    String page = page(LABELLED);
    long chinese = Pattern.compile("<span lang=\"zh-Hans\">[^<]").matcher(page).results().count();
    long english = Pattern.compile("<span lang=\"en\">[^<]").matcher(page).results().count();
    assertThat(chinese).isEqualTo(english).isGreaterThan(50);
  }

  @Test
  void theSameMessagesGiveTheSamePage() throws IOException {
    assertThat(page(LABELLED)).isEqualTo(page(LABELLED));
  }

  @Test
  void leavesTheJsonAsItIs() throws IOException {
    page(LABELLED, "--json");
    String withReport = out.toString();
    out.getBuffer().setLength(0);
    assertThat(evaluate("--json", folder.resolve("messages.tsv").toString())).isZero();
    assertThat(withReport).isEqualTo(out.toString());
  }

  @Test
  void aSetOfOneLabelHasNoCurves() throws IOException {
    assertThat(page("ham\ta\t晚上吃什么\nham\ta\t好的\n"))
        .contains("Curves need both spam and ham.")
        .doesNotContain("<figure");
  }

  @Test
  void noMessagesMakeAPageAllTheSame() throws IOException {
    String page = page("\n");
    assertThat(page.replaceAll("(?s)<script>.*?</script>", "")).doesNotContain("NaN");
  }
}
