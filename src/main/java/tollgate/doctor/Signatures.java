package tollgate.doctor;

import java.util.List;
import tollgate.json.Json;
import tollgate.provider.Evidence;
import tollgate.provider.Proof;
import tollgate.provider.SignedText.Part;
import tollgate.tenant.Gateway;

/** The signatures of a callback as they are shown: the key never, the right signature never. */
final class Signatures {

  private Signatures() {}

  static Json of(Evidence evidence, Gateway gateway) {
    var proofs = evidence.proofs().stream();
    return Json.array(proofs.map(proof -> json(proof, NearMisses.of(proof, gateway))).toList());
  }

  /** The name of the key by which it was signed; JSON's null when no signature holds. */
  static Json key(Evidence evidence) {
    return evidence.isSigned()
        ? Json.text(evidence.proofs().getFirst().key().name())
        : Json.Null.NULL;
  }

  private static Json json(Proof proof, List<String> mistakes) {
    return Json.object()
        .put("field", proof.field())
        .put("scheme", proof.scheme().words())
        .put("key", proof.key().name())
        .put("text", proof.text().masked())
        .put("parts", texts(proof.text().parts().stream().map(Signatures::name).toList()))
        .put("given", proof.given())
        .put("holds", proof.holds())
        .put("mistakes", texts(mistakes))
        .build();
  }

  private static String name(Part part) {
    return part.isKey() ? "(key)" : part.name();
  }

  static Json texts(List<String> texts) {
    return Json.array(texts.stream().map(Json::text).toList());
  }
}
