package brokenwalls.purestayspure.tollgate.signing;

import java.net.URI;
import java.util.List;
import javax.crypto.Mac;

record SoundSignature(URI url, Mac mac, long minor, List<String> names) {}
