package io.smswarden.filter.text;

/**
 * The views of one message, in buffers that are used again for the next. Not safe for use by many
 * threads.
 */
public final class TextViews {

  private final Folder folder = new Folder();
  private final Links links = new Links();
  private final MappedText folded = new MappedText();
  private final MappedText phrases = new MappedText();
  private final MappedText model = new MappedText();
  private final MappedText detail = new MappedText();
  private String original = "";

  /** Reads a text: any UTF-16, lone surrogates as well. The work is proportional to its length. */
  public void read(String text) {
    original = text;
    folder.fold(text, folded);
    links.find(folded);
    boolean chinese = folder.chinese();
    boolean contact = PhraseView.make(folded, links, phrases);
    if (contact && chinese) {
      ContactWord.putBack(phrases);
    }
    ModelView.make(phrases, chinese, model);
    DetailView.make(folded, links, chinese, detail);
  }

  /** The text as it was read. */
  public String original() {
    return original;
  }

  /** One script, one case, nothing invisible; punctuation as written. */
  public MappedText folded() {
    return folded;
  }

  /** The links of the folded view. */
  public Links links() {
    return links;
  }

  /** Words without punctuation, links as {@link Placeholder#LINK}. */
  public MappedText phrases() {
    return phrases;
  }

  /** Words, links and numbers as classes. */
  public MappedText model() {
    return model;
  }

  /** The text with its punctuation, digits masked, links reduced to their hosts. */
  public MappedText detail() {
    return detail;
  }

  /** Whether the text has Chinese in it. */
  public boolean chinese() {
    return folder.chinese();
  }
}
