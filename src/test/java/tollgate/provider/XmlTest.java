package tollgate.provider;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlTest {

  @Test
  void anAnswerIsReadWithoutItsNamespace() {
    var xml =
        Xml.read(
            "\uFEFF<?xml version=\"1.0\" encoding=\"windows-1251\"?><!-- c -->"
                + "<r:root xmlns:r='urn:x' r:id='7'> a<b>1 &lt; 2</b><![CDATA[<c>]]>"
                + "<b>second</b></r:root>");

    assertThat(requireNonNull(xml).name()).isEqualTo("root");
    assertThat(xml.attributes()).containsEntry("id", "7");
    assertThat(xml.text()).isEqualTo("a<c>");
    assertThat(xml.text("b")).isEqualTo("1 < 2");
    assertThat(xml.children()).hasSize(2);
    assertThat(xml.child("none")).isNull();
    assertThat(xml.text("none")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text",
        "<a>",
        "<a></b>",
        "<a/><b/>",
        "<a b='1' b='2'/>",
        "<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>",
        "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>",
        "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/a.dtd'><a>&e;</a>",
        "<a>&e;</a>",
        "<a>\u0000</a>"
      })
  void whatIsNoDocumentIsNotRead(String text) {
    assertThat(Xml.read(text)).isNull();
  }

  @Test
  void aDocumentHasItsLimits() {
    assertThat(Xml.read("<a>".repeat(16) + "</a>".repeat(16))).isNotNull();
    assertThat(Xml.read("<a>".repeat(17) + "</a>".repeat(17))).isNull();
    assertThat(Xml.read("<a>" + "x".repeat(256 * 1024) + "</a>")).isNull();
  }
}
