package tollgate;

import java.security.SecureRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tollgate.config.Directory;
import tollgate.config.DirectoryOptions.Files;
import tollgate.config.Edit;
import tollgate.config.Kept;
import tollgate.config.Keyring;
import tollgate.config.Language;
import tollgate.config.Outcome;
import tollgate.keys.Dice;

/** The configuration, read from the database, after what the files say has been taken over. */
final class Configurations {

  private static final Logger LOG = LoggerFactory.getLogger(Configurations.class);
  private static final SecureRandom RANDOM = new SecureRandom();

  private Configurations() {}

  static Directory open(SettingsReader.Read read, Stage stage, Kept kept) throws StartFailed {
    var settings = read.settings();
    Dice dice = Configurations::dice;
    var keyFile = settings.embedded().folder().resolve("master.key");
    var directory =
        new Directory(
            new Directory.Parts(
                stage.vertx(),
                kept,
                new Language(Tollgate.PROVIDERS, settings.address()),
                new Keyring(settings.keys(), keyFile, dice),
                dice));
    stage.await("configuration", directory.open(settings.configuration()));
    stage.leave("configuration", directory::close);
    takeOver(read, stage, directory);
    return directory;
  }

  static byte[] dice(int count) {
    var bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  private static void takeOver(SettingsReader.Read read, Stage stage, Directory directory)
      throws StartFailed {
    if (read.centres().members().isEmpty()) return;
    if (!directory.book().isEmpty() && read.settings().configuration().files() == Files.FIRST) {
      LOG.info("tenants in files are left alone: the database has its own");
      return;
    }
    var edit = Edit.laidOver(read.centres());
    var outcome = stage.await("tenants", directory.change("files of settings", "import", edit));
    switch (outcome) {
      case Outcome.Saved(var _, var changed) ->
          LOG.info("tenants: {} taken over from files", changed.size());
      case Outcome.Wrong(var mistakes) ->
          throw new StartFailed("tenants", new IllegalStateException(mistakes.toString()));
      case Outcome.Missing _, Outcome.Stale _, Outcome.Taken _ ->
          throw new IllegalStateException("an import asks for no version");
    }
  }
}
