package tollgate.provider;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * An element of a provider's answer. Names are without their namespace, for the providers that
 * still speak XML mean nothing by it. Read with no document type and no entity of its own, and
 * bounded in depth: what an answer may hold is data, and no instructions to its reader.
 *
 * @param text what stands directly in it, without the space around
 */
public record Xml(String name, Map<String, String> attributes, String text, List<Xml> children) {

  private static final int DEPTH_MAX = 16;
  private static final int CHARS_MAX = 256 * 1024;
  private static final XMLInputFactory READERS = readers();

  public Xml {
    attributes = Map.copyOf(attributes);
    children = List.copyOf(children);
  }

  private static XMLInputFactory readers() {
    var readers = XMLInputFactory.newDefaultFactory();
    readers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    readers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    readers.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
    readers.setProperty(XMLInputFactory.IS_COALESCING, true);
    readers.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    return readers;
  }

  /** The root; null when the text is not exactly one document, or too large, or too deep. */
  public static @Nullable Xml read(String text) {
    if (text.length() > CHARS_MAX) return null;

    // A byte order mark survives decoding; the encoding that the prologue names was used by then.
    var document = text.startsWith("\uFEFF") ? text.substring(1) : text;
    try {
      var reader = READERS.createXMLStreamReader(new StringReader(document));
      reader.nextTag();
      var root = element(reader, 1);
      while (reader.hasNext()) reader.next();
      return root;
    } catch (XMLStreamException | IllegalArgumentException | IllegalStateException notXml) {
      return null;
    }
  }

  /** The reader stands on a start; afterwards it stands on the end that belongs to it. */
  private static Xml element(XMLStreamReader reader, int depth) throws XMLStreamException {
    if (depth > DEPTH_MAX) throw new XMLStreamException("too deep");

    var name = reader.getLocalName();
    var attributes = attributes(reader);
    var text = new StringBuilder();
    var children = new ArrayList<Xml>();
    while (reader.next() != XMLStreamReader.END_ELEMENT) {
      if (reader.isStartElement()) children.add(element(reader, depth + 1));
      else if (reader.isCharacters()) text.append(reader.getText());
      else if (reader.getEventType() == XMLStreamReader.ENTITY_REFERENCE) {
        throw new XMLStreamException("an entity");
      }
    }
    return new Xml(name, attributes, text.toString().strip(), children);
  }

  private static Map<String, String> attributes(XMLStreamReader reader) {
    var attributes = new HashMap<String, String>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    return attributes;
  }

  /** The first child of that name. */
  public @Nullable Xml child(String name) {
    return children.stream().filter(it -> it.name().equals(name)).findFirst().orElse(null);
  }

  /** The text of the first child of that name; empty where there is none. */
  public String text(String name) {
    var child = child(name);
    return child == null ? "" : child.text();
  }
}
