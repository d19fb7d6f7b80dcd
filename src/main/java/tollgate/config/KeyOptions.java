package tollgate.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tollgate.tenant.Secret;

/**
 * Where the master keys come from that seal providers' keys and projects' secrets. The defaults are
 * in {@code config/tollgate.yaml}.
 *
 * @param master keys as they are written, {@code id:base64}, the newest last
 * @param file a file of such keys, read again whenever a key is needed
 * @param generate whether a missing file is made, with one key; only for a first look
 */
public record KeyOptions(@Nullable Secret master, @Nullable Path file, boolean generate) {

  public static final KeyOptions USUAL = new KeyOptions(null, null, false);
}
