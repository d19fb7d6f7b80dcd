package tollgate.config;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tollgate.keys.Dice;
import tollgate.keys.MasterKey;
import tollgate.keys.MasterKeys;

/** The master keys as they are now: a new one in the file counts from the next use on. Blocks. */
public final class Keyring {

  private static final Logger LOG = LoggerFactory.getLogger(Keyring.class);
  private static final String FIRST = "k1";

  private final KeyOptions options;
  private final Path file;
  private final Dice dice;

  /** {@code usualFile}: where a key is kept that we make ourselves, unless a file is named. */
  public Keyring(KeyOptions options, Path usualFile, Dice dice) {
    this.options = options;
    file = options.file() == null ? usualFile : options.file();
    this.dice = dice;
  }

  /** {@link IllegalStateException} when there is none, or they cannot be read. */
  public MasterKeys keys() {
    var text = (options.master() == null ? "" : options.master().reveal()) + '\n' + ofFile();
    try {
      return MasterKeys.parse(text);
    } catch (IllegalArgumentException wrong) {
      throw new IllegalStateException(
          "keys.master and keys.file: " + wrong.getMessage() + "; secrets are sealed by one");
    }
  }

  private String ofFile() {
    if (options.file() == null && !options.generate()) return "";

    try {
      if (options.generate() && !Files.exists(file)) make();
      return Files.readString(file);
    } catch (IOException failure) {
      throw new IllegalStateException("cannot read the master keys in " + file, failure);
    }
  }

  private void make() throws IOException {
    var folder = file.toAbsolutePath().getParent();
    if (folder != null) Files.createDirectories(folder);
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try (var channel =
        Files.newByteChannel(
            file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
      var text = MasterKey.fresh(FIRST, dice) + '\n';
      channel.write(ByteBuffer.wrap(text.getBytes(US_ASCII)));
      LOG.info(
          "made a master key in {}; without it the secrets in the database cannot be read", file);
    } catch (FileAlreadyExistsException another) {
      LOG.info("another node made the master key in {}", file);
    }
  }
}
